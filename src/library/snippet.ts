/** Characters around the first word found. */
const before = 60
const after = 120

/** Lower case without accents, one code unit for one, so that positions stay. */
function fold(text: string): string {
  return text.toLowerCase().length === text.length
    ? [...text.toLowerCase()]
        .map((char) => (char.length === 1 ? (char.normalize('NFD')[0] ?? char) : char))
        .join('')
    : text
}

/**
 * A stretch of `source` around the first of `terms`, on one line, each occurrence of a term between U+E000
 * and U+E001. Starts at the beginning when no term occurs.
 * @param terms lower-case words; each marks the words that begin with it
 */
export function cutSnippet(source: string, terms: readonly string[]): string {
  const folded = fold(source)
  const alternatives = terms.map((term) => fold(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).filter(Boolean)
  const pattern =
    alternatives.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})[\\p{L}\\p{N}]*`, 'gu')
      : null
  const first = pattern ? folded.search(pattern) : -1
  const start = first > before ? wordStart(source, first - before) : 0
  const end = Math.min(source.length, Math.max(first, 0) + after)
  const marked = pattern ? mark(source, folded, start, end, pattern) : source.slice(start, end)
  const line = marked.replace(/\s+/g, ' ').trim()
  return `${start > 0 ? '…' : ''}${line}${end < source.length ? '…' : ''}`
}

function wordStart(text: string, index: number): number {
  const space = text.slice(index, index + before).search(/\s/)
  return space < 0 ? index : index + space + 1
}

function mark(source: string, folded: string, start: number, end: number, pattern: RegExp): string {
  let result = ''
  let position = start
  for (const match of folded.slice(start, end).matchAll(pattern)) {
    const at = start + match.index
    result += `${source.slice(position, at)}\uE000${source.slice(at, at + match[0].length)}\uE001`
    position = at + match[0].length
  }
  return result + source.slice(position, end)
}
