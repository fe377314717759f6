import type { SearchQuery } from '@codemirror/search'
import type { EditorState } from '@codemirror/state'

/** Where a query matches a text: the beginning of each match, and its end, in order. */
export interface Matches {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Whether there are more, which nobody would count. */
  readonly isCut: boolean
}

const most = 9999
/** Longer than this at a time would be felt by who types. */
const turnMs = 6
/** In code units. */
const windowSize = 50_000

/** Finds all matches without holding up the writer, in turns; returns what stops it. */
export function countMatches(
  state: EditorState,
  query: SearchQuery,
  onDone: (matches: Matches) => void,
): () => void {
  const finding = findAll(state, query)
  let timer: ReturnType<typeof setTimeout>
  const takeTurn = () => {
    const until = performance.now() + turnMs
    while (performance.now() < until) {
      const step = finding.next()
      if (step.done) return onDone(step.value)
    }
    timer = setTimeout(takeTurn)
  }
  timer = setTimeout(takeTurn)
  return () => clearTimeout(timer)
}

/** Goes on from line to line, so that a text without a match gives way as well. */
function* findAll(state: EditorState, query: SearchQuery): Generator<undefined, Matches> {
  const starts: number[] = []
  const ends: number[] = []
  const { doc } = state
  if (!query.valid) return { starts, ends, isCut: false }
  // An expression that may reach over lines is sought in one go.
  const size = query.regexp && /\\n|\\s|\[\^|\\W|\\D/.test(query.search) ? doc.length : windowSize
  for (let from = 0; from <= doc.length; ) {
    const to = doc.lineAt(Math.min(doc.length, from + size)).to
    const cursor = query.getCursor(state, from, to)
    for (let match = cursor.next(); !match.done; match = cursor.next()) {
      if (starts.length === most) return { starts, ends, isCut: true }
      if (match.value.to > match.value.from) {
        starts.push(match.value.from)
        ends.push(match.value.to)
      }
      yield
    }
    from = to + 1
    yield
  }
  return { starts, ends, isCut: false }
}

/** Which match is selected, from 1; 0 when none is. */
export function selectedMatch({ starts, ends }: Matches, { from, to }: { from: number; to: number }): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return starts[low] === from && ends[low] === to ? low + 1 : 0
}
