import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { type Grid, readAlignment } from './grid'
import { type CellPlace, splitRow } from './split-row'

/** A line of a table: where it is, and what a quotation or a list puts before it. */
interface TableLine {
  readonly from: number
  readonly to: number
  readonly prefix: string
  /** By offsets into the line. */
  readonly cells: readonly CellPlace[]
}

/** A table in a text. */
export interface Table {
  readonly grid: Grid
  /** The head, the line below it, the rows. */
  readonly lines: readonly TableLine[]
}

/** A place in a table: a cell by row and column, row 0 being the head, and how far into its text. */
export interface CellCursor {
  readonly row: number
  readonly column: number
  readonly offset: number
}

/** A keystroke doesn't wait longer for the parser. */
const patienceMs = 25

/** The table around `pos`; undefined where none is. */
export function findTable(state: EditorState, pos: number): Table | undefined {
  const node = findTableNode(state, pos)
  return node && readTable(state, node)
}

function findTableNode(state: EditorState, pos: number): SyntaxNode | undefined {
  const tree = ensureSyntaxTree(state, pos, patienceMs) ?? syntaxTree(state)
  const line = state.doc.lineAt(pos)
  // What is left of a line's first bar, and right of its last, belongs to the table as well.
  for (const [at, side] of [
    [pos, -1],
    [pos, 1],
    [line.to, -1],
  ] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(at, side); node; node = node.parent)
      if (node.name === 'Table') return node
  }
  return undefined
}

function readTable(state: EditorState, node: SyntaxNode): Table | undefined {
  const first = state.doc.lineAt(node.from)
  const last = state.doc.lineAt(node.to)
  const lines: TableLine[] = []
  for (let number = first.number; number <= last.number; number++) {
    const { from, to, text } = state.doc.line(number)
    const prefix =
      number === first.number ? text.slice(0, node.from - from) : (/^[\t >]*/.exec(text)?.[0] ?? '')
    lines.push({ from, to, prefix, cells: splitRow(text, prefix.length) })
  }
  const [head, rule, ...rows] = lines
  if (head === undefined || rule === undefined) return undefined
  const textsOf = (line: TableLine) =>
    line.cells.map(({ textFrom, textTo }) => state.sliceDoc(line.from + textFrom, line.from + textTo))
  const alignments = textsOf(rule).map(readAlignment)
  const width = alignments.length
  const fill = (cells: string[]) => [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]
  return { lines, grid: { alignments, rows: [head, ...rows].map((line) => fill(textsOf(line))) } }
}

/** Which cell a place of the text is in. The line below the head counts as the head. */
export function cellAt({ lines, grid }: Table, pos: number): CellCursor {
  const index = Math.max(
    0,
    lines.findIndex(({ to }) => pos <= to),
  )
  const line = lines[index]
  const row = Math.max(0, index - 1)
  if (line === undefined) return { row: 0, column: 0, offset: 0 }
  const at = pos - line.from
  const found = line.cells.findIndex(({ to }) => at <= to)
  const column = found === -1 ? line.cells.length - 1 : found
  const cell = line.cells[column]
  const length = grid.rows[row]?.[column]?.length ?? 0
  const offset = index === 1 || cell === undefined ? 0 : at - cell.textFrom
  return {
    row,
    column: Math.max(0, Math.min(column, grid.alignments.length - 1)),
    offset: Math.max(0, Math.min(offset, length)),
  }
}
