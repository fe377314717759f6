/** Places that two panes have in common, by their positions in each; both rise with the index. */
export interface Landmarks {
  readonly count: number
  readonly from: (index: number) => number
  readonly to: (index: number) => number
}

/** Where `position` of one pane is in the other: between the two landmarks around it, in proportion. */
export function follow(position: number, { count, from, to }: Landmarks): number {
  if (count < 2) return 0
  let low = 0
  let high = count - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (from(middle) <= position) low = middle
    else high = middle
  }
  const span = from(high) - from(low)
  const share = span <= 0 ? 0 : Math.min(1, Math.max(0, (position - from(low)) / span))
  return to(low) + share * (to(high) - to(low))
}
