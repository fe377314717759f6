import { endianness } from 'node:os'

/**
 * SQLite's write-ahead log, read by ourselves (https://www.sqlite.org/fileformat.html#walformat): SQLite takes
 * it for ended at the first frame that does not fit, and says nothing of those behind.
 */

const headerBytes = 32
const frameHeaderBytes = 24

/** A page as a transaction wrote it. */
interface Frame {
  readonly page: number
  /** Where the page's bytes begin in the file. */
  readonly offset: number
  /** Whether its checksum shows that it is what was written. */
  readonly isWhole: boolean
  /** Whether it ends a transaction. */
  readonly isCommit: boolean
}

export interface WalFile {
  readonly pageSize: number
  readonly salt: Buffer
  /** Frames of the present log, in order; those that an earlier round left behind are not among them. */
  readonly frames: readonly Frame[]
  /** How many frames SQLite would take for good. */
  readonly seen: number
  /** Why SQLite would not see everything that was committed; undefined when it does. */
  readonly damage: string | undefined
}

/** Reads a log. Undefined for one that is empty, or was begun and never written to. */
export function readWal(file: Buffer): WalFile | undefined {
  if (file.length <= headerBytes) return undefined
  const header = readHeader(file)
  const frames: Frame[] = []
  let seen = 0
  let isBroken = header.damage !== undefined
  let sum = header.sum
  const frameBytes = frameHeaderBytes + header.pageSize
  for (let at = headerBytes; at + frameBytes <= file.length; at += frameBytes) {
    const isOurs = file.subarray(at + 8, at + 16).equals(header.salt)
    const stored = [file.readUInt32BE(at + 16), file.readUInt32BE(at + 20)] as const
    const content = [file.subarray(at, at + 8), file.subarray(at + frameHeaderBytes, at + frameBytes)]
    const actual = isOurs ? checksum(content, sum, header.isBigEndian) : undefined
    const isWhole = actual?.[0] === stored[0] && actual[1] === stored[1]
    // What is left of an earlier round has another salt; one damaged frame has good ones behind it.
    sum = stored
    const page = file.readUInt32BE(at)
    const isCommit = file.readUInt32BE(at + 4) !== 0
    frames.push({ page, offset: at + frameHeaderBytes, isWhole, isCommit })
    if (!isWhole) isBroken = true
    if (!isBroken) seen++
  }
  return finish(header, frames, seen)
}

interface Header {
  readonly pageSize: number
  readonly salt: Buffer
  readonly isBigEndian: boolean
  readonly sum: readonly [number, number]
  readonly damage: string | undefined
}

function readHeader(file: Buffer): Header {
  const magic = file.readUInt32BE(0)
  const isBigEndian = (magic & 1) === 1
  const pageSize = file.readUInt32BE(8)
  const sum = [file.readUInt32BE(24), file.readUInt32BE(28)] as const
  const actual = checksum([file.subarray(0, 24)], [0, 0], isBigEndian)
  const isWhole = (magic & 0xfffffffe) >>> 0 === 0x377f0682 && actual[0] === sum[0] && actual[1] === sum[1]
  if (isWhole) return { pageSize, salt: file.subarray(16, 24), isBigEndian, sum, damage: undefined }
  return {
    pageSize: 4096,
    // The salt stands in every frame as well.
    salt:
      file.length >= headerBytes + 16 ? file.subarray(headerBytes + 8, headerBytes + 16) : Buffer.alloc(8),
    isBigEndian: false,
    sum,
    damage: 'the write-ahead log has no whole header',
  }
}

function finish(header: Header, all: readonly Frame[], seen: number): WalFile {
  const last = all.reduce((found, { isWhole }, index) => (isWhole ? index : found), -1)
  const frames = all.slice(0, Math.max(seen, last + 1))
  const isCommittedBehind = frames.slice(seen).some(({ isWhole, isCommit }) => isWhole && isCommit)
  const damage =
    header.damage !== undefined && frames.length > 0
      ? header.damage
      : isCommittedBehind
        ? 'the write-ahead log is damaged in the middle'
        : undefined
  return { pageSize: header.pageSize, salt: header.salt, frames, seen, damage }
}

/** SQLite's checksum over 32-bit words, going on from another. */
function checksum(
  pieces: readonly Buffer[],
  from: readonly [number, number],
  isBigEndian: boolean,
): [number, number] {
  let [first, second] = from
  for (const piece of pieces) {
    const words = asWords(piece, isBigEndian)
    for (let at = 0; at + 1 < words.length; at += 2) {
      first = (first + (words[at] ?? 0) + second) | 0
      second = (second + (words[at + 1] ?? 0) + first) | 0
    }
  }
  return [first >>> 0, second >>> 0]
}

/** The words of a piece as this machine reads them. A log may have megabytes, so they are not read one by one. */
function asWords(piece: Buffer, isBigEndian: boolean): Int32Array {
  const count = Math.floor(piece.length / 4)
  const isNative = isBigEndian === (endianness() === 'BE')
  if (isNative && piece.byteOffset % 4 === 0) return new Int32Array(piece.buffer, piece.byteOffset, count)
  const copy = Buffer.from(piece.subarray(0, count * 4))
  if (!isNative) copy.swap32()
  return new Int32Array(copy.buffer.slice(copy.byteOffset, copy.byteOffset + count * 4))
}
