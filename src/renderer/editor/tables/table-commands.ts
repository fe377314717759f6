import { EditorSelection, type StateCommand } from '@codemirror/state'
import { editTable } from './apply-edit'
import { cellAt, findTable } from './find-table'
import {
  addColumn,
  addRowAbove,
  addRowBelow,
  align,
  alignColumn,
  cellBelow,
  type GridEdit,
  moveColumn,
  moveRow,
  nextCell,
  previousCell,
  removeColumn,
  removeRow,
} from './grid-edits'
import { startTable } from './insert-table'

const command =
  (edit: GridEdit): StateCommand =>
  ({ state, dispatch }) => {
    const spec = editTable(state, edit)
    if (spec === undefined) return false
    dispatch(state.update(spec))
    return true
  }

/** Commands on the table at the cursor; each is false outside of one. */
export const tableCommands = {
  align: command(align),
  nextCell: command(nextCell),
  previousCell: command(previousCell),
  addRowAbove: command(addRowAbove),
  addRowBelow: command(addRowBelow),
  removeRow: command(removeRow),
  moveRowUp: command(moveRow(-1)),
  moveRowDown: command(moveRow(1)),
  addColumnBefore: command(addColumn(0)),
  addColumnAfter: command(addColumn(1)),
  removeColumn: command(removeColumn),
  moveColumnBefore: command(moveColumn(-1)),
  moveColumnAfter: command(moveColumn(1)),
  alignLeft: command(alignColumn('left')),
  alignCenter: command(alignColumn('center')),
  alignRight: command(alignColumn('right')),
} as const

/** To the cell below; in an empty last row, out of the table; after the line `| a | b |`, makes it a table's head. */
export const enterInTable: StateCommand = (target) =>
  leaveTable(target) || command(cellBelow)(target) || startTable(target)

/** An empty last row was one too many: it goes, and writing goes on below the table. */
const leaveTable: StateCommand = ({ state, dispatch }) => {
  const { main, ranges } = state.selection
  const table = state.readOnly || ranges.length > 1 || !main.empty ? undefined : findTable(state, main.head)
  const line = table?.lines.at(-1)
  if (table === undefined || line === undefined) return false
  const { row } = cellAt(table, main.head)
  const isLast = row > 0 && row === table.grid.rows.length - 1
  if (!isLast || table.grid.rows[row]?.some((cell) => cell !== '')) return false
  const insert = `${line.prefix.trimEnd()}\n${line.prefix}`
  dispatch(
    state.update({
      changes: { from: line.from, to: line.to, insert },
      selection: EditorSelection.cursor(line.from + insert.length),
      userEvent: 'input.table',
      scrollIntoView: true,
    }),
  )
  return true
}
