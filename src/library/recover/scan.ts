import type { Pages } from './pages'
import { readRecord, readRecordHeader, readVarint, sizeOf, type Value } from './record'

/** A record that was found on a page. */
export interface FoundRecord {
  readonly values: readonly Value[]
  /** The number of its row, for a table that has such; null when it is not known. */
  readonly rowid: number | null
  /** Whether it is in a place that the database uses: not a page that was given up, not a gap on a page. */
  readonly isLive: boolean
}

const tableLeaf = 0x0d
const indexLeaf = 0x0a
const indexInterior = 0x02

/**
 * Every record on the leaves of tables and on the pages of indices (tables WITHOUT ROWID are such), whatever
 * b-tree a page belongs to: the ways to it may be damaged. Beside those, rows of the update log wherever their
 * mark is seen, on a damaged page too. The same record may come twice.
 */
export function* scanPages(pages: Pages): Generator<FoundRecord> {
  for (let number = 1; number <= pages.count; number++) {
    const bytes = pages.page(number)
    if (bytes !== undefined) yield* scanPage(pages, bytes, number, !pages.free.has(number))
  }
  for (const bytes of pages.unsure) yield* scanPage(pages, bytes, 2, true)
}

function* scanPage(pages: Pages, bytes: Buffer, number: number, isUsed: boolean): Generator<FoundRecord> {
  const cells = readCells(pages, bytes, number === 1 ? 100 : 0)
  const seen = new Set<number>()
  for (const { payloadAt, rowid, payload } of cells?.cells ?? []) {
    const values = readRecord(payload)
    if (values === undefined) continue
    seen.add(payloadAt)
    yield { values, rowid, isLive: isUsed }
  }
  const isSound = cells !== undefined && seen.size === cells.count
  for (const at of findUpdates(bytes)) {
    if (seen.has(at)) continue
    const payload = readMarked(pages, bytes, at)
    const values = payload && readRecord(payload)
    if (values) yield { values, rowid: null, isLive: isUsed && !isSound }
  }
}

interface Cell {
  readonly payloadAt: number
  readonly rowid: number | null
  readonly payload: Buffer
}

/** The cells that the header of a page points at; undefined when it is no page with records. */
function readCells(pages: Pages, bytes: Buffer, start: number): { cells: Cell[]; count: number } | undefined {
  const type = bytes[start]
  if (type !== tableLeaf && type !== indexLeaf && type !== indexInterior) return undefined
  const pointers = start + (type === indexInterior ? 12 : 8)
  const count = bytes.readUInt16BE(start + 3)
  if (pointers + count * 2 > bytes.length) return undefined
  const cells: Cell[] = []
  for (let index = 0; index < count; index++) {
    const at = bytes.readUInt16BE(pointers + index * 2) + (type === indexInterior ? 4 : 0)
    const cell = readCell(pages, bytes, at, type === tableLeaf)
    if (cell !== undefined) cells.push(cell)
  }
  return { cells, count }
}

function readCell(pages: Pages, bytes: Buffer, at: number, isTable: boolean): Cell | undefined {
  const length = readVarint(bytes, at)
  const row = length && isTable ? readVarint(bytes, length.end) : undefined
  if (length === undefined || (isTable && row === undefined)) return undefined
  const payloadAt = row?.end ?? length.end
  const payload = readPayload(pages, bytes, payloadAt, length.value, isTable)
  return payload && { payloadAt, rowid: row?.value ?? null, payload }
}

/** A payload whose first bytes are on a page; the rest is on a chain of overflow pages. */
function readPayload(
  pages: Pages,
  bytes: Buffer,
  at: number,
  length: number,
  isTable: boolean,
): Buffer | undefined {
  const usable = pages.size
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return at + length <= bytes.length ? bytes.subarray(at, at + length) : undefined
  if (length > pages.size * pages.count) return undefined
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (usable - 4))
  const local = wanted <= most ? wanted : least
  if (at + local + 4 > bytes.length) return undefined
  const pieces = [bytes.subarray(at, at + local)]
  let left = length - local
  let next = bytes.readUInt32BE(at + local)
  while (left > 0) {
    const page = next > 1 ? pages.page(next) : undefined
    if (page === undefined) return undefined
    pieces.push(page.subarray(4, 4 + Math.min(left, usable - 4)))
    left -= usable - 4
    next = page.readUInt32BE(0)
  }
  return Buffer.concat(pieces)
}

/** In the header of a row of `updates`: no position (it is the rowid), and an id of 36 letters. */
const mark = Buffer.from([0x00, 12 + 1 + 36 * 2])

/** Where a row of the update log may begin, judged by the types in its header alone. */
function* findUpdates(bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf(mark); at > 0; at = bytes.indexOf(mark, at + 1)) {
    const header = readRecordHeader(bytes.subarray(at - 1))
    const [, , seq = 99, when = 99, device, , hash] = header?.types ?? []
    if (seq <= 9 && when <= 9 && device === mark[1] && hash === 12 + 32 * 2) yield at - 1
  }
}

/** A row whose length is told by the types in its header. */
function readMarked(pages: Pages, bytes: Buffer, at: number): Buffer | undefined {
  const header = readRecordHeader(bytes.subarray(at))
  if (header === undefined) return undefined
  const length = header.types.reduce((sum, type) => sum + sizeOf(type), header.end)
  return readPayload(pages, bytes, at, length, true)
}
