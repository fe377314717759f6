import { existsSync, readFileSync, statSync } from 'node:fs'
import { readWal } from './wal-file'

/** How long a log must stay as it is before it is called damaged: another process may be writing to it. */
const calmMs = 60

/**
 * Why SQLite would leave out something that was committed, as it does without a word when its write-ahead log
 * is damaged or was cut; undefined when it sees everything. Opens nothing and changes nothing.
 * @param file the database
 */
export function findLogDamage(file: string): string | undefined {
  const before = inspect(file)
  if (before.damage === undefined) return undefined
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, calmMs)
  const after = inspect(file)
  // Somebody writes to it, who would have noticed; what was read was half of it.
  return after.stamp === before.stamp ? after.damage : undefined
}

/** Whether frames are missing at the end of the log: nothing tells what was in them. */
export function isLogCut(file: string): boolean {
  if (!existsSync(`${file}-shm`)) return false
  const read = existsSync(`${file}-wal`) ? readWal(readFileSync(`${file}-wal`)) : undefined
  return promisedFrames(readFileSync(`${file}-shm`), read?.salt) > (read?.frames.length ?? 0)
}

function inspect(file: string): { damage: string | undefined; stamp: string } {
  const log = `${file}-wal`
  const index = `${file}-shm`
  const stamp = [log, index]
    .map((name) => (existsSync(name) ? `${statSync(name).size} ${statSync(name).mtimeMs}` : '-'))
    .join()
  const bytes = existsSync(log) ? readFileSync(log) : Buffer.alloc(0)
  const read = readWal(bytes)
  if (read?.damage !== undefined) return { damage: read.damage, stamp }
  const promised = existsSync(index) ? promisedFrames(readFileSync(index), read?.salt) : 0
  const isCut = promised > (read?.seen ?? 0)
  return { damage: isCut ? 'the end of the write-ahead log is missing' : undefined, stamp }
}

/**
 * How many frames the index of the log says it has (https://www.sqlite.org/walformat.html#the_wal_index_header);
 * 0 for an index that is not whole, or of another log.
 */
function promisedFrames(index: Buffer, salt: Buffer | undefined): number {
  const headerBytes = 48
  if (index.length < headerBytes * 2) return 0
  const first = index.subarray(0, headerBytes)
  // Written twice, so that who reads it while it is written notices.
  if (!first.equals(index.subarray(headerBytes, headerBytes * 2)) || index[12] !== 1) return 0
  const ownSalt = index.subarray(32, 40)
  if (salt !== undefined && !ownSalt.equals(salt)) return 0
  return index.readUInt32LE(16)
}
