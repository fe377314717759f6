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
  const ideographs = text.match(cjk)?.length ?? 0
  const rest = ideographs > 0 ? text.replace(cjk, ' ') : text
  return ideographs + (rest.match(word)?.length ?? 0)
}

/** The text cut at a word to at most `maxLength` characters, the mark of omission counted. */
export function shorten(text: string, maxLength: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= maxLength) return plain
  const cut = plain.slice(0, maxLength - 1)
  const atWord = /[\s]/.test(plain[maxLength - 1] ?? '') ? cut : cut.replace(/\s+\S*$/, '')
  return `${atWord.replace(/[\ud800-\udbff]$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}
