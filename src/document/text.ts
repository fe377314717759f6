import { diff } from 'lib0/diff/patience'
import type * as Y from 'yjs'

/**
 * Makes `text` read `next` by replacing only what differs: line by line, and within lines that differ the
 * one stretch that does. So what others write elsewhere in it at the same time is kept. Does nothing when
 * it already reads so.
 */
export function replaceText(text: Y.Text, next: string): void {
  const current = text.toString()
  if (current === next) return
  const changes = findChanges(current, next)
  const apply = () => {
    // From the end, so that the places of earlier changes stay what they are.
    for (const { at, remove, insert } of changes.reverse()) {
      text.delete(at, remove)
      text.insert(at, insert)
    }
  }
  if (text.doc) text.doc.transact(apply)
  else apply()
}

interface Change {
  /** UTF-16 code units into the text as it was */
  readonly at: number
  readonly remove: number
  readonly insert: string
}

function findChanges(current: string, next: string): Change[] {
  const lines = splitLines(current)
  let line = 0
  let at = 0
  return diff(lines, splitLines(next)).map(({ index, remove, insert }) => {
    for (; line < index; line++) at += lines[line]?.length ?? 0
    return narrow(at, remove.join(''), insert.join(''))
  })
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Leaves out what both begin and end with. A surrogate pair is never parted. */
function narrow(at: number, before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (start > 0 && (splitsPair(before, start) || splitsPair(after, start))) start--
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && (splitsPair(before, before.length - end) || splitsPair(after, after.length - end))) end--
  return {
    at: at + start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  }
}

/** Whether the code unit at `index` is the second half of a surrogate pair. */
function splitsPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff
}
