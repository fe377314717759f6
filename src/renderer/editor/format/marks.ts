import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { nodeAround, readLine, treeTo } from './line-parts'

/** The node of the syntax tree that each mark makes. */
const nodes: Readonly<Record<string, string>> = {
  '**': 'StrongEmphasis',
  '*': 'Emphasis',
  '`': 'InlineCode',
  '~~': 'Strikethrough',
}

interface Marked {
  readonly changes: ChangeSpec[]
  readonly range: SelectionRange
}

/**
 * Puts `mark` around each selection, or the word at the cursor, line by line and without the spaces at the
 * ends; takes it away where it stands already.
 */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    const spec = state.changeByRange((range) => markRange(state, range, mark))
    dispatch(state.update(spec, { userEvent: 'input', scrollIntoView: true }))
    return true
  }
}

function markRange(state: EditorState, range: SelectionRange, mark: string): Marked {
  const word = range.empty ? state.wordAt(range.head) : null
  const pieces = word ? [word] : piecesOf(state, range)
  const around = pieces.map(({ from, to }) => markedAround(state, from, to, mark))
  if (around.length > 0 && around.every((node) => node !== undefined)) return unmark(state, range, around)
  const { from, to } = word ?? range
  const size = mark.length
  const isInside = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark
  if (isInside && !isOther(state, from, mark))
    return remove(state, range, [
      { from: from - size, to: from },
      { from: to, to: to + size },
    ])
  const open = pieces.filter((_, index) => around[index] === undefined)
  return surround(state, range, open, mark)
}

/** `*` inside `**` is another mark: taking one of two away would turn bold into italic. */
const isOther = (state: EditorState, from: number, mark: string) =>
  mark.length === 1 && state.sliceDoc(from - 2, from - 1) === mark

/** The marked stretch that a selection is in, or that it covers with its marks. */
function markedAround(state: EditorState, from: number, to: number, mark: string): SyntaxNode | undefined {
  const name = nodes[mark]
  if (name === undefined) return undefined
  const isAround = (node: SyntaxNode | undefined) => node && node.from <= from && node.to >= to
  const inner = nodeAround(state, from, [name], 1)
  if (isAround(inner)) return inner
  const before = nodeAround(state, from, [name], -1)
  return isAround(before) ? before : undefined
}

/** The first and the last mark of a node, with the spaces that code has inside of them. */
function marksOf(state: EditorState, node: SyntaxNode): Piece[] {
  const { firstChild: first, lastChild: last } = node
  if (first === null || last === null || first.from === last.from) return []
  const isPadded =
    node.name === 'InlineCode' &&
    first.to - first.from > 1 &&
    state.sliceDoc(first.to, first.to + 1) === ' ' &&
    state.sliceDoc(last.from - 1, last.from) === ' '
  const padding = isPadded ? 1 : 0
  return [
    { from: first.from, to: first.to + padding },
    { from: last.from - padding, to: last.to },
  ]
}

function unmark(state: EditorState, range: SelectionRange, nodes: readonly SyntaxNode[]): Marked {
  const unique = nodes.filter((node, index) => nodes[index - 1]?.from !== node.from)
  return remove(
    state,
    range,
    unique.flatMap((node) => marksOf(state, node)),
  )
}

function remove(state: EditorState, range: SelectionRange, changes: Piece[]): Marked {
  return { changes, range: range.map(state.changes(changes)) }
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** What of a selection can carry a mark: the words of each line, without what makes it a list or a heading. */
function piecesOf(state: EditorState, { from, to, empty }: SelectionRange): Piece[] {
  if (empty) return [{ from, to }]
  const pieces: Piece[] = []
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    const words = line.from + line.length - readLine(line.text).text.length
    const start = line.from < from ? Math.max(from, line.from) : Math.max(from, words)
    const end = Math.min(to, line.to)
    const piece = end > start ? trim(state, start, end) : undefined
    if (piece) pieces.push(piece)
    if (line.to >= to || line.number === state.doc.lines) return pieces
  }
}

function trim(state: EditorState, from: number, to: number): Piece | undefined {
  const text = state.sliceDoc(from, to)
  const start = from + text.length - text.trimStart().length
  const end = to - (text.length - text.trimEnd().length)
  return end > start ? { from: start, to: end } : undefined
}

function surround(state: EditorState, range: SelectionRange, pieces: readonly Piece[], mark: string): Marked {
  const changes: ChangeSpec[] = []
  const whole = pieces.map((piece) => withInner(state, piece, mark))
  for (const { from, to, inner } of whole) {
    const [opening, closing] = mark === '`' ? codeMarks(state.sliceDoc(from, to)) : [mark, mark]
    changes.push({ from, insert: opening }, ...inner, { from: to, insert: closing })
  }
  const [first] = whole
  const last = whole.at(-1)
  if (first === undefined || last === undefined) return { changes, range }
  const set = state.changes(changes)
  if (range.empty) {
    const isCursor = first.from === first.to
    const head = isCursor ? first.from + mark.length : set.mapPos(range.head, range.head === last.to ? -1 : 1)
    return { changes, range: EditorSelection.cursor(head) }
  }
  // Whatever was selected is selected again, without its marks.
  const [from, to] = [set.mapPos(first.from, 1), set.mapPos(last.to, -1)]
  const isForward = range.anchor <= range.head
  return { changes, range: isForward ? EditorSelection.range(from, to) : EditorSelection.range(to, from) }
}

/** A piece with all of the stretches that carry the mark already in part of it; their marks go. */
function withInner(state: EditorState, piece: Piece, mark: string): Piece & { readonly inner: Piece[] } {
  const inner: Piece[] = []
  let { from, to } = piece
  treeTo(state, to).iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (mark === '`' || name !== nodes[mark] || node.to <= piece.from || node.from >= piece.to) return
      from = Math.min(from, node.from)
      to = Math.max(to, node.to)
      inner.push(...marksOf(state, node))
    },
  })
  return { from, to, inner: inner.sort((one, other) => one.from - other.from) }
}

/** Marks of code that are longer than what the code has inside. */
function codeMarks(text: string): [opening: string, closing: string] {
  const runs = text.match(/`+/g) ?? []
  if (runs.length === 0) return ['`', '`']
  const mark = '`'.repeat(Math.max(...runs.map((run) => run.length)) + 1)
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return [mark + padding, padding + mark]
}
