import type { ProseBlock } from '../text/prose'

/** A word of a text that a dictionary can judge. */
export interface FoundWord {
  readonly word: string
  readonly from: number
  readonly to: number
}

const token = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*/gu
/** A name of a machine's: camelCase, digits, underscores; letters that are an abbreviation; another script than the dictionaries'. */
const noWord = /[\p{N}_]|\p{Ll}\p{Lu}|^\p{Lu}{2,}s?$|^.$|[^\p{Script=Latin}\p{M}'’]/u

/**
 * The words to be judged: not what is code, part of an address, a file's or a user's name, or a name with
 * capitals inside it.
 */
export function findWords({ text, code }: ProseBlock): readonly FoundWord[] {
  const words: FoundWord[] = []
  for (const { index: from, 0: word } of text.matchAll(token)) {
    const to = from + word.length
    if (noWord.test(word) || code.some(([start, end]) => from < end && start < to)) continue
    if (isPartOfName(text[from - 1] ?? ' ', text[to] ?? ' ', text[to + 1] ?? ' ')) continue
    words.push({ word: word.replaceAll('’', "'"), from, to })
  }
  return words
}

function isPartOfName(before: string, after: string, beyond: string): boolean {
  if (/[@#/\\.~$]/.test(before)) return true
  return /[@/\\]/.test(after) || (/[.:]/.test(after) && /[\p{L}\p{N}/]/u.test(beyond))
}
