/** A stretch of a text; `at` is where it begins. */
export interface Stretch {
  readonly at: number
  readonly text: string
  readonly isMarked: boolean
}

/** Takes a text apart at ranges `[from, to)` in order. Ranges beyond its end, or out of order, mark nothing. */
export function splitRanges(text: string, ranges: readonly (readonly [number, number])[]): Stretch[] {
  const parts: Stretch[] = []
  let end = 0
  const add = (from: number, to: number, isMarked: boolean) => {
    if (to > from) parts.push({ at: from, text: text.slice(from, to), isMarked })
  }
  for (const [from, to] of ranges) {
    if (from < end || to > text.length || to <= from) continue
    add(end, from, false)
    add(from, to, true)
    end = to
  }
  add(end, text.length, false)
  return parts
}
