import { textWidth } from './text-width'

export type Alignment = 'none' | 'left' | 'center' | 'right'

/** A table without its place in a text: what the cells say, as Markdown, the head being row 0. */
export interface Grid {
  /** One for each column. */
  readonly alignments: readonly Alignment[]
  /** A row may have more cells than there are columns: readers don't see them, and they are kept. */
  readonly rows: readonly (readonly string[])[]
}

/** Cells that are longer than this hang over: no column is made as wide as its longest sentence. */
const widest = 48
/** What `:-:` takes. */
const narrowest = 3

/** The lines of a grid with its columns aligned: the head, the line below it, the rows. */
export function renderGrid({ alignments, rows }: Grid): string[] {
  const widths = alignments.map((_, column) => columnWidth(rows, column))
  const [head = [], ...body] = rows.map((cells) => renderRow(cells, alignments, widths))
  const rule = alignments.map((alignment, column) => renderRule(alignment, widths[column] ?? narrowest))
  return [toLine(head), toLine(rule), ...body.map(toLine)]
}

const toLine = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function columnWidth(rows: Grid['rows'], column: number): number {
  const widths = rows.map((cells) => textWidth(cells[column] ?? '')).filter((width) => width <= widest)
  return Math.max(narrowest, ...widths)
}

function renderRow(
  cells: readonly string[],
  alignments: readonly Alignment[],
  widths: readonly number[],
): string[] {
  const inColumns = alignments.map((alignment, column) =>
    padCell(cells[column] ?? '', alignment, widths[column] ?? narrowest),
  )
  return [...inColumns, ...cells.slice(alignments.length)]
}

function padCell(text: string, alignment: Alignment, width: number): string {
  const room = Math.max(0, width - textWidth(text))
  const before = alignment === 'right' ? room : alignment === 'center' ? Math.floor(room / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(room - before)
}

function renderRule(alignment: Alignment, width: number): string {
  const starts = alignment === 'left' || alignment === 'center'
  const ends = alignment === 'right' || alignment === 'center'
  return `${starts ? ':' : '-'}${'-'.repeat(width - 2)}${ends ? ':' : '-'}`
}

/** What a cell of the line below the head says of its column. */
export function readAlignment(rule: string): Alignment {
  const [starts, ends] = [rule.startsWith(':'), rule.endsWith(':')]
  return starts && ends ? 'center' : starts ? 'left' : ends ? 'right' : 'none'
}
