import { fold } from '../search/words'
import { stopWords } from './stop-words'

/** How many words stand for a post. */
const kept = 12
/** Nobody's subject is named only after a book's length of text. */
const readCharacters = 60_000
const titleWeight = 5
const summaryWeight = 2

/**
 * Private comments, which nobody but the writer reads; addresses and HTML, which say how a post is written more than
 * what it is about.
 */
const unread = /%%[\s\S]*?%%|\]\([^)\s]*\)|https?:\/\/\S+|<[^>\n]{1,300}>/g
/** Runs of letters and digits, and of all beyond ASCII; what of it is a word is looked at once for each. */
const runs = /[a-z0-9\u0080-\uffff]+/g
const beyondAscii = /[\u0080-\uffff]/
const words = /[\p{L}\p{N}]+/gu
const unspaced = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u

/**
 * The words that stand for what a post is about, folded, the weightiest first, at most twelve; those that every
 * text has are left out. The same for the same texts on every machine.
 */
export function termsOf({
  title,
  summary,
  body,
}: {
  title: string
  summary: string
  body: string
}): string[] {
  const found = new Map<string, number>()
  count(title, titleWeight, found)
  count(summary, summaryWeight, found)
  count(prose(body.slice(0, readCharacters)), 1, found)
  const counts = new Map<string, number>()
  for (const [run, times] of found) {
    for (const word of wordsIn(run)) counts.set(word, (counts.get(word) ?? 0) + times)
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, kept)
    .map(([term]) => term)
}

/** The text without its code blocks, and without what isn't read. */
function prose(body: string): string {
  let fence = ''
  const lines = body.split('\n').filter((line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (mark === undefined) return fence === ''
    if (fence === '') fence = mark
    else if (fence === mark) fence = ''
    return false
  })
  return lines.join('\n').replace(unread, ' ')
}

function count(text: string, weight: number, found: Map<string, number>): void {
  for (const run of text.toLowerCase().match(runs) ?? []) found.set(run, (found.get(run) ?? 0) + weight)
}

function* wordsIn(run: string): Generator<string> {
  if (!beyondAscii.test(run)) {
    if (saysSomething(run)) yield run
    return
  }
  for (const word of fold(run).toLowerCase().match(words) ?? []) {
    if (!unspaced.test(word)) {
      if (saysSomething(word)) yield word
      continue
    }
    // Without a dictionary, which differs from machine to machine, two letters are the shortest word that says something.
    const letters = [...word]
    for (let i = 1; i < letters.length; i++) yield `${letters[i - 1]}${letters[i]}`
  }
}

const saysSomething = (word: string) =>
  word.length > 2 && word.length <= 40 && !stopWords.has(word) && !/^\d+$/.test(word)
