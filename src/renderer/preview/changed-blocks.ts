/** The stretch that differs between two pages: old blocks `start` … `oldEnd` give way to new `start` … `newEnd`. */
export interface Change {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** Leaves out the blocks that are equal at the beginning and at the end, so that only what changed is touched. */
export function findChange(before: readonly string[], after: readonly string[]): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail }
}
