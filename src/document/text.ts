import type * as Y from 'yjs'

/** Whether the code unit at `index` is the second half of a surrogate pair. */
const splitsPair = (text: string, index: number) => {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * Makes `text` read `next` by replacing only the stretch that differs, so that what others write
 * elsewhere in it at the same time is kept. Does nothing when it already reads so.
 */
export function replaceText(text: Y.Text, next: string): void {
  const current = text.toString()
  if (current === next) return
  const shorter = Math.min(current.length, next.length)
  let start = 0
  while (start < shorter && current[start] === next[start]) start++
  if (start > 0 && (splitsPair(current, start) || splitsPair(next, start))) start--
  let end = 0
  while (end < shorter - start && current[current.length - 1 - end] === next[next.length - 1 - end]) end++
  if (end > 0 && (splitsPair(current, current.length - end) || splitsPair(next, next.length - end))) end--
  const change = () => {
    text.delete(start, current.length - end - start)
    text.insert(start, next.slice(start, next.length - end))
  }
  if (text.doc) text.doc.transact(change)
  else change()
}
