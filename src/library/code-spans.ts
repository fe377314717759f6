/** UTF-16 code units into a text. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The code spans of a text: runs of backticks and the next run of the same length, in order. None crosses one of
 * the `gaps` or one of the ranges that are left out, which are in order. Takes time by the length of the text.
 */
export function codeSpans(text: string, leftOut: readonly Range[], gap: RegExp): Range[] {
  const found: Range[] = []
  let from = 0
  for (const { from: end, to } of [...leftOut, { from: text.length, to: text.length }]) {
    const piece = text.slice(from, end)
    let start = 0
    for (const match of piece.matchAll(gap)) {
      findSpans(piece.slice(start, match.index), from + start, found)
      start = match.index + match[0].length
    }
    findSpans(piece.slice(start), from + start, found)
    from = to
  }
  return found
}

/** Adds the spans of one paragraph that begins at `offset`. */
function findSpans(paragraph: string, offset: number, found: Range[]): void {
  if (!paragraph.includes('`')) return
  const runs = [...paragraph.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }))
  const byLength = new Map<number, number[]>()
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0
    const known = byLength.get(length)
    if (known) known.push(index)
    else byLength.set(length, [index])
  }
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]
    if (run === undefined) break
    // A backslash takes the first mark away from a run that would open a span, not from one that closes it.
    const length = run.length - (isEscaped(paragraph, run.at) ? 1 : 0)
    const later = byLength.get(length) ?? []
    while ((later.at(-1) ?? Number.POSITIVE_INFINITY) <= index) later.pop()
    const close = later.at(-1)
    const closing = close === undefined ? undefined : runs[close]
    if (close === undefined || closing === undefined) continue
    found.push({ from: offset + run.at, to: offset + closing.at + closing.length })
    index = close
  }
}

/** Whether an odd number of backslashes is before `at`. */
export function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}
