/**
 * Which blocks of a page were there before, in their order: for each block of `after` the place of an equal
 * one in `before`, or -1 where it is new. The places rise, so whatever is kept can stay where it is.
 */
export function matchBlocks(before: readonly string[], after: readonly string[]): Int32Array {
  const kept = new Int32Array(after.length).fill(-1)
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) kept[start] = start++
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++
    kept[after.length - tail] = before.length - tail
  }
  matchBetween(before, after, { start, oldEnd: before.length - tail, newEnd: after.length - tail }, kept)
  return kept
}

interface Stretch {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** Pairs equal blocks of a stretch, and keeps as many pairs as stand in the same order on both sides. */
function matchBetween(
  before: readonly string[],
  after: readonly string[],
  { start, oldEnd, newEnd }: Stretch,
  kept: Int32Array,
): void {
  if (start >= oldEnd || start >= newEnd) return
  const places = new Map<string, number[]>()
  for (let place = oldEnd - 1; place >= start; place--) {
    const html = before[place] ?? ''
    const known = places.get(html)
    if (known) known.push(place)
    else places.set(html, [place])
  }
  const pairs: [index: number, place: number][] = []
  for (let index = start; index < newEnd; index++) {
    const place = places.get(after[index] ?? '')?.pop()
    if (place !== undefined) pairs.push([index, place])
  }
  for (const [index, place] of longestRise(pairs)) kept[index] = place
}

/** The longest part of the pairs whose places rise, by patience sorting. */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  /** For each length, the pair with the lowest place that ends a rise of it. */
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(([, place], at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[at] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = at
  })
  const rise: [number, number][] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rise.push(pair)
  }
  return rise.reverse()
}
