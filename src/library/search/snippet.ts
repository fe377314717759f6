import { foldInPlace } from './fold-in-place'
import type { Term } from './query'
import { isUnspaced } from './words'

/** UTF-16 units shown before and after the first word found. */
const before = 40
const after = 160
/** Of more places than these the best window isn't looked for. */
const mostPlaces = 200

/** A stretch of the folded text that fulfils a term. */
interface Place {
  readonly from: number
  readonly to: number
  /** Which term it is. */
  readonly term: number
}

/**
 * A stretch of `source` where most of `terms` stand together, on one line, each place between U+E000 and U+E001.
 * Starts at the beginning when no term occurs.
 */
export function cutSnippet(source: string, terms: readonly Term[]): string {
  // Composed letters only, so that a letter and its accent are one.
  const text = source.normalize('NFC')
  const { folded, at } = foldInPlace(text)
  const places = findPlaces(folded, terms).map((place) => ({
    ...place,
    from: at(place.from),
    to: at(place.to),
  }))
  const first = bestPlace(places)
  const start = first > before ? wordStart(text, first - before) : 0
  const end = wholeLetters(text, Math.max(first, 0) + after)
  const shown = places.filter(({ from, to }) => from >= start && to <= end)
  const line = mark(text, start, end, shown).replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${line}${end < text.length ? '…' : ''}`
}

function findPlaces(folded: string, terms: readonly Term[]): Place[] {
  const places = terms.flatMap(({ words, isPrefix }, term) => {
    // A word of one letter in a script without spaces is a particle more often than not; it would speckle the text.
    if (terms.length > 1 && words.length === 1 && /^\p{scx=Hiragana}$/u.test(words[0] ?? '')) return []
    return findTerm(folded, words, isPrefix).map((place) => ({ ...place, term }))
  })
  return places.sort((a, b) => a.from - b.from || b.to - a.to)
}

function findTerm(folded: string, words: readonly string[], isPrefix: boolean) {
  const places: { from: number; to: number }[] = []
  const [first = ''] = words
  let from = folded.indexOf(first)
  while (from !== -1 && places.length < mostPlaces) {
    const to = isWordStart(folded, from, first) ? endOfRow(folded, from, words, isPrefix) : undefined
    if (to !== undefined) places.push({ from, to })
    from = folded.indexOf(first, to ?? from + 1)
  }
  return places
}

const letter = /[\p{L}\p{N}\p{M}]/u
const isLetter = (text: string, index: number) =>
  index >= 0 && index < text.length && letter.test(String.fromCodePoint(text.codePointAt(index) ?? 0))

/** In a script without spaces any place may be the start of a word. */
function isWordStart(text: string, index: number, word: string): boolean {
  if (isUnspaced(word) || !isLetter(text, index - 1)) return true
  return isUnspaced(text.charAt(index - 1))
}

/** Where the words in a row that start at `from` end; undefined when they don't all follow. */
function endOfRow(text: string, from: number, words: readonly string[], isPrefix: boolean) {
  let to = from
  for (const [index, word] of words.entries()) {
    if (index > 0) while (to < text.length && !isLetter(text, to)) to++
    if (!text.startsWith(word, to)) return undefined
    to += word.length
    const isLast = index === words.length - 1
    if (isUnspaced(word)) continue
    const goesOn = isLetter(text, to) && !isUnspaced(text.charAt(to))
    if (goesOn && !(isLast && isPrefix)) return undefined
    if (isLast) while (isLetter(text, to) && !isUnspaced(text.charAt(to))) to++
  }
  return to
}

/** The place from which on most terms are shown, the first of such; -1 without any. */
function bestPlace(places: readonly Place[]): number {
  let best = { from: -1, count: 0 }
  for (const [index, { from }] of places.slice(0, mostPlaces).entries()) {
    const shown = new Set<number>()
    for (let next = index; next < places.length; next++) {
      const place = places[next]
      if (place === undefined || place.to > from + after) break
      shown.add(place.term)
    }
    if (shown.size > best.count) best = { from, count: shown.size }
  }
  return best.from === -1 ? (places[0]?.from ?? -1) : best.from
}

/** Places that touch or overlap are marked as one. */
function mark(text: string, start: number, end: number, places: readonly Place[]): string {
  let result = ''
  let position = start
  for (let index = 0; index < places.length; ) {
    const { from = 0, to: firstTo = 0 } = places[index] ?? {}
    let to = firstTo
    for (index++; (places[index]?.from ?? Number.POSITIVE_INFINITY) <= to; index++)
      to = Math.max(to, places[index]?.to ?? 0)
    result += `${text.slice(position, from)}\uE000${text.slice(from, to)}\uE001`
    position = to
  }
  return result + text.slice(position, end)
}

function wordStart(text: string, index: number): number {
  const space = text.slice(index, index + before).search(/\s/)
  return wholeLetters(text, space < 0 ? index : index + space + 1)
}

/** The same place, or one further when it would part a surrogate pair. */
function wholeLetters(text: string, index: number): number {
  if (index >= text.length) return text.length
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff ? index + 1 : index
}
