import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import { flushFolder } from '../flush'

/** Originals are read and written in pieces of this size, so that none has to fit into memory. */
const pieceBytes = 1024 * 1024

export interface OriginalsJob {
  readonly hashes: readonly string[]
  readonly signal?: AbortSignal | undefined
  readonly onDone?: (count: number) => void
}

/** A table of the whole library's originals, for a backup that is one file. */
export const originalsTable =
  'CREATE TABLE asset_files (hash TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (hash, piece)) STRICT'

/** The originals that a library file speaks of. */
export function originalsOf(db: Database.Database): string[] {
  return db.prepare<[], string>('SELECT hash FROM assets ORDER BY hash').pluck().all()
}

/**
 * Copies originals between folders, those that are there already excepted. Returns the names of those that
 * are missing or not what their name says; they are not copied.
 */
export async function copyOriginals(from: string, to: string, job: OriginalsJob): Promise<string[]> {
  const lost: string[] = []
  mkdirSync(to, { recursive: true })
  for (const [index, hash] of job.hashes.entries()) {
    stopIfAborted(job.signal)
    const source = join(from, hash)
    const target = join(to, hash)
    const isThere =
      existsSync(target) && existsSync(source) && statSync(target).size === statSync(source).size
    if (!isThere && !(await keepOriginal(target, hash, readPieces(source)))) lost.push(hash)
    job.onDone?.(index + 1)
  }
  flushFolder(to)
  return lost
}

/** Puts originals into the table of a backup. Returns those that are missing or damaged. */
export async function packOriginals(
  from: string,
  db: Database.Database,
  job: OriginalsJob,
): Promise<string[]> {
  const insert = db.prepare<[string, number, Uint8Array]>('INSERT INTO asset_files VALUES (?, ?, ?)')
  const lost: string[] = []
  for (const [index, hash] of job.hashes.entries()) {
    stopIfAborted(job.signal)
    const digest = createHash('sha256')
    let piece = 0
    db.exec('BEGIN')
    try {
      for await (const bytes of readPieces(join(from, hash))) {
        digest.update(bytes)
        insert.run(hash, piece++, bytes)
      }
      const isWhole = piece > 0 && digest.digest('hex') === hash
      db.exec(isWhole ? 'COMMIT' : 'ROLLBACK')
      if (!isWhole) lost.push(hash)
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
    job.onDone?.(index + 1)
  }
  return lost
}

/** Writes originals out of a backup's table into a folder. Returns those that the table lacks or has damaged. */
export async function unpackOriginals(
  db: Database.Database,
  to: string,
  job: OriginalsJob,
): Promise<string[]> {
  const pieces = db
    .prepare<[string], Uint8Array>('SELECT bytes FROM asset_files WHERE hash = ? ORDER BY piece')
    .pluck()
  const lost: string[] = []
  mkdirSync(to, { recursive: true })
  for (const [index, hash] of job.hashes.entries()) {
    stopIfAborted(job.signal)
    const target = join(to, hash)
    if (!existsSync(target) && !(await keepOriginal(target, hash, pieces.iterate(hash)))) lost.push(hash)
    job.onDone?.(index + 1)
  }
  flushFolder(to)
  return lost
}

/** Writes a file under a temporary name and gives it its own once its bytes are what its name says. */
async function keepOriginal(
  target: string,
  hash: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<boolean> {
  const temporary = `${target}.${process.pid}.part`
  const digest = createHash('sha256')
  try {
    const file = await open(temporary, 'w')
    try {
      for await (const bytes of pieces) {
        digest.update(bytes)
        await file.writeFile(bytes)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    const isWhole = digest.digest('hex') === hash
    if (isWhole) await rename(temporary, target)
    return isWhole
  } finally {
    await rm(temporary, { force: true })
  }
}

/** The bytes of a file, piece by piece; nothing when there is no such file. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw error
  }
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceBytes), 0, pieceBytes, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new LonghandError('cancelled', 'Cancelled. What was there before is unchanged.')
}

/** The folder of originals that belongs to a library file: the one beside it. */
export const originalsBeside = (file: string) => join(dirname(file), 'assets')
