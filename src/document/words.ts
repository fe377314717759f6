/** Code fences and link targets are not prose; everything else that has a letter or digit is a word. */
const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gmu
const target = /\]\([^)\n]*\)/gu
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

/**
 * The words of a Markdown source, without its code blocks. Chinese and Japanese, which write no spaces,
 * count by character.
 */
export function countWords(source: string): number {
  const prose = source.replace(fence, '').replace(target, ']')
  const ideographs = prose.match(cjk)?.length ?? 0
  return ideographs + (prose.replace(cjk, ' ').match(word)?.length ?? 0)
}

/** Minutes that reading takes, at least one: 238 words a minute (Brysbaert 2019, silent reading of non-fiction). */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 238))
}
