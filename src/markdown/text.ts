import type { Token } from 'markdown-it'

/** The text of a line's tokens as a reader would say it: no markup, images by their alternative text. */
export function plainText(tokens: readonly Token[] | null): string {
  let text = ''
  for (const token of tokens ?? []) {
    if (token.type === 'text' || token.type === 'code_inline' || token.type === 'math') text += token.content
    else if (token.type === 'image') text += plainText(token.children)
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
  }
  return text
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

/** The words of plain text. Chinese and Japanese, which write no spaces, count by character. */
export function countWords(text: string): number {
  const plain = countPlainWords(text)
  if (plain !== null) return plain
  const ideographs = text.match(cjk)?.length ?? 0
  const rest = ideographs > 0 ? text.replace(cjk, ' ') : text
  return ideographs + (rest.match(word)?.length ?? 0)
}

/** What `word` counts, in a fifth of its time; null when the text is not ASCII. */
function countPlainWords(text: string): number | null {
  let words = 0
  /** How many characters ago a word's last letter or digit was, as far as it may still go on. */
  let gap = 2
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 127) return null
    const lower = code | 32
    if ((lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)) {
      if (gap > 1) words++
      gap = 0
    } else gap = gap === 0 && (code === 39 || code === 45 || code === 46) ? 1 : 2
  }
  return words
}

/** The text cut at a word to at most `maxLength` characters, the mark of omission counted. */
export function shorten(text: string, maxLength: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= maxLength) return plain
  const cut = plain.slice(0, maxLength - 1)
  const atWord = /[\s]/.test(plain[maxLength - 1] ?? '') ? cut : cut.replace(/\s+\S*$/, '')
  return `${atWord.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}
