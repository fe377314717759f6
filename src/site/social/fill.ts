/** How much of each point of a rectangle an outline covers, 0 to 1. */
export interface Mask {
  /** Where its upper left point lies, from the outline's origin. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly cover: Float32Array
}

type Point = readonly [x: number, y: number]

/**
 * Fills an outline. `path` is as SVG has it with `M`, `L`, `Q`, `C` and `Z` and y upwards, in units of which
 * `scale` makes points; `shift` moves it to the right by part of a point. Every edge adds to the points that it
 * crosses how much of each lies on its right; summed along a line that is what is covered, without any sampling.
 */
export function fillOutline(path: string, scale: number, shift: number): Mask {
  const lines = flatten(path, scale, shift)
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1e9, -1e9]
  for (const line of lines) {
    for (const [x, y] of line) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0, cover: new Float32Array() }
  left = Math.floor(left)
  top = Math.floor(top)
  const width = Math.ceil(right) - left + 1
  const height = Math.ceil(bottom) - top + 1
  const edges = new Float32Array(width * height + 2)
  for (const line of lines) {
    let from = line.at(-1)
    for (const to of line) {
      if (from) addEdge(edges, width, [from[0] - left, from[1] - top], [to[0] - left, to[1] - top])
      from = to
    }
  }
  return { left, top, width, height, cover: sum(edges, width, height) }
}

function sum(edges: Float32Array, width: number, height: number): Float32Array {
  const cover = new Float32Array(width * height)
  let covered = 0
  for (let at = 0; at < cover.length; at++) {
    if (at % width === 0) covered = 0
    covered += edges[at] ?? 0
    cover[at] = Math.min(1, Math.abs(covered))
  }
  return cover
}

function addEdge(edges: Float32Array, width: number, from: Point, to: Point): void {
  if (from[1] === to[1]) return
  const direction = from[1] < to[1] ? 1 : -1
  const [[x0, y0], [x1, y1]] = direction === 1 ? [from, to] : [to, from]
  const slope = (x1 - x0) / (y1 - y0)
  for (let row = Math.floor(y0); row < y1; row++) {
    const top = Math.max(y0, row)
    const bottom = Math.min(y1, row + 1)
    const a = x0 + (top - y0) * slope
    const b = x0 + (bottom - y0) * slope
    addSpan(edges, row * width, (bottom - top) * direction, Math.min(a, b), Math.max(a, b))
  }
}

/** The part of an edge within one row, which it crosses between two places. */
function addSpan(edges: Float32Array, row: number, tall: number, left: number, right: number): void {
  const first = Math.floor(left)
  const last = Math.floor(right)
  const add = (at: number, value: number) => {
    edges[row + at] = (edges[row + at] ?? 0) + value
  }
  if (first === last) {
    const covered = 1 - ((left + right) / 2 - first)
    add(first, tall * covered)
    add(first + 1, tall * (1 - covered))
    return
  }
  let before = 0
  for (let column = first; column <= last; column++) {
    const from = Math.max(left, column)
    const to = Math.min(right, column + 1)
    // What lies right of the edge, in this column: all of what was crossed before, and a part of what is crossed here.
    const crossed = (to - from) / (right - left)
    const passed = Math.max(0, column - left) / (right - left)
    const covered = tall * (passed + crossed * (1 - ((from + to) / 2 - column)))
    add(column, covered - before)
    before = covered
  }
  add(last + 1, tall - before)
}

/** Closed lines in points, y downwards. */
function flatten(path: string, scale: number, shift: number): Point[][] {
  const lines: Point[][] = []
  let line: Point[] = []
  for (const [, command = '', numbers = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const values = numbers === '' ? [] : numbers.split(/[ ,]/).map(Number)
    const points: Point[] = []
    for (let at = 0; at + 1 < values.length; at += 2)
      points.push([(values[at] ?? 0) * scale + shift, -(values[at + 1] ?? 0) * scale])
    if (command === 'M') {
      line = [...points]
      lines.push(line)
    } else if (command === 'L') line.push(...points)
    else if (command !== 'Z') line.push(...curve([line.at(-1) ?? [0, 0], ...points]))
  }
  return lines
}

/** Points on a curve after its first: one for about every third of a point's length. */
function curve(points: readonly Point[]): Point[] {
  let long = 0
  points.forEach(([x, y], at) => {
    const [px, py] = points[at - 1] ?? [x, y]
    long += Math.abs(x - px) + Math.abs(y - py)
  })
  const steps = Math.max(2, Math.min(24, Math.ceil(long / 3)))
  return Array.from({ length: steps }, (_, step) => along(points, (step + 1) / steps))
}

function along(points: readonly Point[], part: number): Point {
  let between = points
  while (between.length > 1) {
    between = between.slice(1).map(([x, y], at): Point => {
      const [px, py] = between[at] ?? [x, y]
      return [px + (x - px) * part, py + (y - py) * part]
    })
  }
  return between[0] ?? [0, 0]
}
