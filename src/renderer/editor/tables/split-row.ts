/** A cell in a line, by offsets into it. `from` … `to` reaches from bar to bar, the text without its spaces. */
export interface CellPlace {
  readonly from: number
  readonly to: number
  readonly textFrom: number
  readonly textTo: number
}

/**
 * Where the cells of a table's line are. A bar parts two of them unless a backslash stands right before it, in code as
 * well: so the renderer has it, and GitHub. Bars at the edges of the line may be there or not.
 *
 * @param start where the line's own text begins, after what a quotation or a list puts before it
 */
export function splitRow(line: string, start = 0): CellPlace[] {
  const places: CellPlace[] = []
  let from = start
  for (let at = start; at <= line.length; at++) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue
    places.push(placeOf(line, from, at))
    from = at + 1
  }
  if (places.length > 1 && isBlank(places[0])) places.shift()
  if (places.length > 1 && isBlank(places.at(-1))) places.pop()
  return places
}

function placeOf(line: string, from: number, to: number): CellPlace {
  const cell = line.slice(from, to)
  const text = cell.trim()
  // An empty cell is written one space after its bar.
  const textFrom = from + (text === '' ? Math.min(1, cell.length) : cell.indexOf(text))
  return { from, to, textFrom, textTo: textFrom + text.length }
}

const isBlank = (place: CellPlace | undefined) => place !== undefined && place.textFrom === place.textTo
