import { existsSync, readFileSync } from 'node:fs'
import { readWal, type WalFile } from './wal-file'

/** How much one file may have; Buffer has room for twice as much. */
const headerText = 'SQLite format 3'
const usualPageSize = 4096

/** The pages of a database as its transactions left them, and others that may hold something of it. */
export interface Pages {
  readonly size: number
  /** How many there are. */
  readonly count: number
  /** A page by its number, from 1; undefined beyond the end. */
  page(number: number): Buffer | undefined
  /** Pages of the write-ahead log whose number or whose content is not sure. */
  readonly unsure: readonly Buffer[]
  /** Whether the file ends before its last page, or does not say how many it has. */
  readonly isCut: boolean
  /** Numbers of pages that the database does not use any more. */
  readonly free: ReadonlySet<number>
}

/** Reads a database and its write-ahead log into memory, whatever state they are in. */
export function readPages(file: string): Pages {
  const database = readFileSync(file)
  const logFile = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const log = readWal(logFile)
  const size = pageSizeOf(database, log)
  const newest = new Map<number, Buffer>()
  const unsure: Buffer[] = []
  for (const frame of log?.frames ?? []) {
    const bytes = logFile.subarray(frame.offset, frame.offset + size)
    if (frame.isWhole) newest.set(frame.page, bytes)
    else unsure.push(bytes)
  }
  const count = Math.max(Math.ceil(database.length / size), ...newest.keys())
  const page = (number: number) => {
    const written = newest.get(number)
    if (written !== undefined || number < 1 || number > count) return written
    const bytes = database.subarray((number - 1) * size, number * size)
    if (bytes.length === size) return bytes
    // The last one of a file that was cut.
    return bytes.length === 0 ? undefined : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])
  }
  const told = page(1)?.readUInt32BE(28) ?? 0
  const isHeader = page(1)?.subarray(0, 15).toString('latin1') === headerText
  const isCut = !isHeader || told > count || database.length % size !== 0
  return { size, count, page, unsure, isCut, free: freePages(page, count) }
}

function pageSizeOf(database: Buffer, log: WalFile | undefined): number {
  const told = database.length >= 18 ? database.readUInt16BE(16) : 0
  const isHeader = database.subarray(0, 15).toString('latin1') === headerText
  const isSize = (size: number) => size >= 512 && size <= 32768 && (size & (size - 1)) === 0
  if (isHeader && isSize(told)) return told
  return log !== undefined && isSize(log.pageSize) ? log.pageSize : usualPageSize
}

/** Follows the list of free pages as far as it can be believed. */
function freePages(page: (number: number) => Buffer | undefined, count: number): Set<number> {
  const free = new Set<number>()
  let trunk = page(1)?.readUInt32BE(32) ?? 0
  while (trunk > 1 && trunk <= count && !free.has(trunk)) {
    const bytes = page(trunk)
    if (bytes === undefined) break
    free.add(trunk)
    const leaves = bytes.readUInt32BE(4)
    if (leaves > bytes.length / 4 - 2) break
    for (let index = 0; index < leaves; index++) free.add(bytes.readUInt32BE(8 + index * 4))
    trunk = bytes.readUInt32BE(0)
  }
  return free
}
