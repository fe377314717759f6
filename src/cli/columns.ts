/** Rows of texts as aligned columns, the last one as long as it is. Each row ends with a line break. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => {
      const cells = row.map((cell, column) =>
        column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0),
      )
      return `${cells.join('  ').trimEnd()}\n`
    })
    .join('')
}
