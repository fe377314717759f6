import { type ChangeSpec, EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import { cellAt, findTable, type Table } from './find-table'
import { renderGrid } from './grid'
import type { EditedGrid, GridEdit } from './grid-edits'
import { splitRow } from './split-row'

/** What an edit does to the table at the cursor; undefined outside of one, and where it can't be done. */
export function editTable(state: EditorState, edit: GridEdit): TransactionSpec | undefined {
  if (state.readOnly || state.selection.ranges.length > 1) return undefined
  const { head } = state.selection.main
  const table = findTable(state, head)
  const edited = table && edit(table.grid, cellAt(table, head))
  return edited && describeEdit(state, table, edited)
}

/** Only what differs is written, cell by cell, so that what others write in the table at the same time is kept. */
function describeEdit(state: EditorState, table: Table, edited: EditedGrid): TransactionSpec {
  const lines = renderGrid(edited.grid).map((text, index) => prefixOf(table, index) + text)
  return {
    changes: changeLines(state, table, edited, lines),
    selection: selectCell(table, edited, lines),
    userEvent: 'input.table',
    scrollIntoView: true,
  }
}

/** Prefixes stay with their places: the first may be the mark of a list. */
function prefixOf({ lines }: Table, index: number): string {
  const line = lines[index]
  if (line !== undefined) return line.prefix
  const last = lines.at(-1)?.prefix ?? ''
  return lines.length > 1 ? last : last.replace(/[^\t >]/g, ' ')
}

function changeLines(
  state: EditorState,
  table: Table,
  { grid, sources }: EditedGrid,
  lines: readonly string[],
): ChangeSpec[] {
  const areRowsKept = sources.length === table.grid.rows.length && sources.every((from, to) => from === to)
  if (areRowsKept)
    return table.lines.flatMap(({ from, to }, index) =>
      changeLine(state.sliceDoc(from, to), lines[index] ?? '', from),
    )
  // Rows came, went or moved. Those up to there are aligned, the others are written anew.
  const kept = sources.findIndex((from, to) => from !== to)
  const same = (kept === -1 ? Math.min(grid.rows.length, table.grid.rows.length) : kept) + 1
  const [before, after] = [table.lines.slice(0, same), table.lines.slice(same)]
  const end = before.at(-1)?.to ?? 0
  const rest = lines.slice(same).map((line) => `\n${line}`)
  return [
    ...before.flatMap(({ from, to }, index) =>
      changeLine(state.sliceDoc(from, to), lines[index] ?? '', from),
    ),
    { from: end, to: after.at(-1)?.to ?? end, insert: rest.join('') },
  ]
}

/** Turns one line into another; where both have as many cells, each of them by itself. */
function changeLine(before: string, after: string, at: number): ChangeSpec[] {
  if (before === after) return []
  const [old, next] = [splitRow(before), splitRow(after)]
  if (old.length !== next.length) return [changeStretch(before, after, at)]
  const changes: ChangeSpec[] = []
  let [oldEnd, nextEnd] = [0, 0]
  for (const [index, place] of old.entries()) {
    const to = next[index]
    if (to === undefined) continue
    changes.push(
      changeStretch(before.slice(oldEnd, place.textFrom), after.slice(nextEnd, to.textFrom), at + oldEnd),
    )
    changes.push(
      changeStretch(
        before.slice(place.textFrom, place.textTo),
        after.slice(to.textFrom, to.textTo),
        at + place.textFrom,
      ),
    )
    oldEnd = place.textTo
    nextEnd = to.textTo
  }
  changes.push(changeStretch(before.slice(oldEnd), after.slice(nextEnd), at + oldEnd))
  return changes
}

/** The stretch between what both begin and end with. */
function changeStretch(
  before: string,
  after: string,
  at: number,
): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: at + start, to: at + before.length - end, insert: after.slice(start, after.length - end) }
}

function selectCell(table: Table, { grid, at, selects }: EditedGrid, lines: readonly string[]) {
  const index = at.row === 0 ? 0 : at.row + 1
  const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, table.lines[0]?.from ?? 0)
  const place = splitRow(lines[index] ?? '', prefixOf(table, index).length)[at.column]
  const from = start + (place?.textFrom ?? 0)
  const length = grid.rows[at.row]?.[at.column]?.length ?? 0
  return selects && length > 0
    ? EditorSelection.single(from, from + length)
    : EditorSelection.cursor(from + Math.min(at.offset, length))
}
