import { syntaxTree } from '@codemirror/language'
import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { renderGrid } from './grid'
import { splitRow } from './split-row'

/** What a quotation puts before a line, and how far it is from the left. */
const prefixOf = (line: string) => /^(?:[\t ]*>)*[\t ]*/.exec(line)?.[0] ?? ''
const isEmpty = (line: string) => prefixOf(line) === line

/**
 * Puts an empty table of two columns where the cursor is, with the cursor in its head's first cell. Selected lines
 * whose words are parted by tabs, as they come from a spreadsheet, become the table.
 */
export const insertTable: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const { from, to } = state.selection.main
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)]
  const tabbed = readTabbed(state.sliceDoc(first.from, last.to))
  const takesLines = tabbed.length > 0 || (first.number === last.number && isEmpty(last.text))
  const start = takesLines ? first.from : last.to
  const rows =
    tabbed.length > 0
      ? tabbed
      : [
          ['', ''],
          ['', ''],
        ]
  dispatch(state.update(placeTable(state, rows, { start, end: last.to, isOnOwnLine: takesLines })))
  return true
}

/** Makes `| a | b |`, alone and with the cursor at its end, the head of a table with an empty row. */
export const startTable: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  const line = state.doc.lineAt(main.head)
  const before = line.number > 1 ? state.doc.line(line.number - 1).text : ''
  if (state.readOnly || ranges.length > 1 || !main.empty || main.head !== line.to || !isEmpty(before))
    return false
  const prefix = prefixOf(line.text)
  const row = line.text.slice(prefix.length)
  const cells = splitRow(row).map(({ textFrom, textTo }) => row.slice(textFrom, textTo))
  const isHead = /^\|.*[^\\]\|\s*$/.test(row) && cells.length > 1
  const isText = syntaxTree(state).resolveInner(line.from + prefix.length, 1).name === 'Paragraph'
  if (!isHead || !isText) return false
  const place = { start: line.from, end: line.to, isOnOwnLine: true, row: 1 }
  dispatch(state.update(placeTable(state, [cells, cells.map(() => '')], place)))
  return true
}

interface Place {
  readonly start: number
  readonly end: number
  /** Whether the table takes the place of whole lines, or comes after the words of one. */
  readonly isOnOwnLine: boolean
  /** The row in whose first cell the cursor gets. */
  readonly row?: number
}

function placeTable(
  state: EditorState,
  rows: readonly (readonly string[])[],
  { start, end, isOnOwnLine, row = 0 }: Place,
): TransactionSpec {
  const width = Math.max(...rows.map((cells) => cells.length))
  const filled = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')])
  const prefix = prefixOf(state.doc.lineAt(start).text)
  const lines = renderGrid({ alignments: filled[0]?.map(() => 'none') ?? [], rows: filled })
  const before = spaceBefore(state, start, isOnOwnLine)
  const insert = before + lines.map((line) => prefix + line).join('\n') + spaceAfter(state, end)
  const above = lines
    .slice(0, row === 0 ? 0 : row + 1)
    .reduce((sum, line) => sum + prefix.length + line.length + 1, 0)
  return {
    changes: { from: start, to: end, insert },
    selection: EditorSelection.cursor(start + before.length + above + prefix.length + '| '.length),
    userEvent: 'input.table',
    scrollIntoView: true,
  }
}

/** A table needs an empty line before it, or the paragraph there would go on. */
function spaceBefore(state: EditorState, start: number, isOnOwnLine: boolean): string {
  const line = state.doc.lineAt(start)
  const empty = prefixOf(line.text).trimEnd()
  if (!isOnOwnLine) return `\n${empty}\n`
  return line.number === 1 || isEmpty(state.doc.line(line.number - 1).text) ? '' : `${empty}\n`
}

/** And one after it, or the paragraph there would be its last row. */
function spaceAfter(state: EditorState, end: number): string {
  const line = state.doc.lineAt(end)
  const isFree = line.number === state.doc.lines || isEmpty(state.doc.line(line.number + 1).text)
  return isFree ? '' : `\n${prefixOf(line.text).trimEnd()}`
}

/** The cells of lines whose words are parted by tabs; none where a line has no tab. Bars in them stay bars. */
function readTabbed(text: string): string[][] {
  const lines = text.split('\n').filter((line) => !isEmpty(line))
  if (!lines.every((line) => line.trim().includes('\t'))) return []
  return lines.map((line) => line.split('\t').map((cell) => cell.trim().replace(/\|/g, '\\|')))
}
