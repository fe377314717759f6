import type { CellCursor } from './find-table'
import type { Alignment, Grid } from './grid'

/** A table after an edit, and where the writer is in it. */
export interface EditedGrid {
  readonly grid: Grid
  /** For each row the one that it was, undefined for a new one. */
  readonly sources: readonly (number | undefined)[]
  readonly at: CellCursor
  /** Whether the cell's text gets selected, to be typed over. */
  readonly selects?: boolean
}

/** What can be done with a table from a cell of it; undefined where it can't be done. */
export type GridEdit = (grid: Grid, at: CellCursor) => EditedGrid | undefined

const sourcesOf = ({ rows }: Grid): number[] => rows.map((_, index) => index)
const emptyRow = ({ alignments }: Grid) => alignments.map(() => '')

/** As it is, with its columns aligned. */
export const align: GridEdit = (grid, at) => ({ grid, sources: sourcesOf(grid), at })

/** To the next cell; from the last one into a new row. */
export const nextCell: GridEdit = (grid, { row, column }) => {
  const isLast = column >= grid.alignments.length - 1
  const next = isLast ? { row: row + 1, column: 0 } : { row, column: column + 1 }
  if (next.row >= grid.rows.length) return insertRow(grid, grid.rows.length, 0)
  return { ...keep(grid, next.row, next.column), selects: true }
}

/** To the cell before; undefined in the first one. */
export const previousCell: GridEdit = (grid, { row, column }) => {
  const previous =
    column > 0 ? { row, column: column - 1 } : { row: row - 1, column: grid.alignments.length - 1 }
  if (previous.row < 0) return undefined
  return { ...keep(grid, previous.row, previous.column), selects: true }
}

/** To the cell below; from the last row into a new one, at its beginning. */
export const cellBelow: GridEdit = (grid, { row, column }) =>
  row + 1 < grid.rows.length
    ? { ...keep(grid, row + 1, column), selects: true }
    : insertRow(grid, grid.rows.length, 0)

export const addRowAbove: GridEdit = (grid, { row, column }) => insertRow(grid, Math.max(1, row), column)
export const addRowBelow: GridEdit = (grid, { row, column }) => insertRow(grid, row + 1, column)

/** Takes the row away; the head stays, a table can't be without one. */
export const removeRow: GridEdit = (grid, { row, column }) => {
  if (row === 0) return undefined
  const without = <Item>(items: readonly Item[]) => items.filter((_, index) => index !== row)
  const next = { ...grid, rows: without(grid.rows) }
  return {
    grid: next,
    sources: without(sourcesOf(grid)),
    at: { row: Math.min(row, next.rows.length - 1), column, offset: 0 },
  }
}

/** Exchanges the row with its neighbour; the head stays where it is, and no row leaves the table. */
export const moveRow =
  (by: 1 | -1): GridEdit =>
  (grid, { row, column, offset }) => {
    const to = row + by
    if (row === 0 || to < 1 || to >= grid.rows.length) return align(grid, { row, column, offset })
    const moved = <Item>(items: readonly Item[]) => exchange(items, row, to)
    return {
      grid: { ...grid, rows: moved(grid.rows) },
      sources: moved(sourcesOf(grid)),
      at: { row: to, column, offset },
    }
  }

/** An empty column before this one (0) or after it (1). */
export const addColumn =
  (after: 0 | 1): GridEdit =>
  (grid, { row, column }) => {
    const place = column + after
    return changeColumns(grid, (cells, filler) => [...cells.slice(0, place), filler, ...cells.slice(place)], {
      row,
      column: place,
      offset: 0,
    })
  }

/** Takes the column away; the last one stays. */
export const removeColumn: GridEdit = (grid, { row, column }) => {
  if (grid.alignments.length === 1) return undefined
  return changeColumns(grid, (cells) => cells.filter((_, index) => index !== column), {
    row,
    column: Math.min(column, grid.alignments.length - 2),
    offset: 0,
  })
}

/** Exchanges the column with its neighbour. */
export const moveColumn =
  (by: 1 | -1): GridEdit =>
  (grid, { row, column, offset }) => {
    const to = column + by
    if (to < 0 || to >= grid.alignments.length) return undefined
    return changeColumns(grid, (cells) => exchange(cells, column, to), { row, column: to, offset })
  }

/** Aligns the column; to what it is already aligned to, back to none. */
export const alignColumn =
  (alignment: Exclude<Alignment, 'none'>): GridEdit =>
  (grid, at) => {
    const set = (before: Alignment, index: number): Alignment =>
      index !== at.column ? before : before === alignment ? 'none' : alignment
    return { grid: { ...grid, alignments: grid.alignments.map(set) }, sources: sourcesOf(grid), at }
  }

function keep(grid: Grid, row: number, column: number): EditedGrid {
  return { grid, sources: sourcesOf(grid), at: { row, column, offset: 0 } }
}

function insertRow(grid: Grid, place: number, column: number): EditedGrid {
  const put = <Item>(items: readonly Item[], item: Item) => [
    ...items.slice(0, place),
    item,
    ...items.slice(place),
  ]
  return {
    grid: { ...grid, rows: put(grid.rows, emptyRow(grid)) },
    sources: put<number | undefined>(sourcesOf(grid), undefined),
    at: { row: place, column, offset: 0 },
  }
}

type ColumnChange = <Item extends string>(cells: readonly Item[], filler: Item) => readonly Item[]

function changeColumns(grid: Grid, change: ColumnChange, at: CellCursor): EditedGrid {
  return {
    grid: {
      alignments: change<Alignment>(grid.alignments, 'none'),
      rows: grid.rows.map((cells) => change<string>(cells, '')),
    },
    sources: sourcesOf(grid),
    at,
  }
}

function exchange<Item>(items: readonly Item[], one: number, other: number): Item[] {
  return items.map(
    (item, index) => (index === one ? items[other] : index === other ? items[one] : item) ?? item,
  )
}
