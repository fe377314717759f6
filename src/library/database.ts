import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { LonghandError } from '../document'
import { applicationId, schemaVersion } from './migrations'
import { findLogDamage } from './recover/inspect-log'
import { finishSwitch } from './recover/switch-files'
import { storageError } from './storage-error'

const databaseFile = (folder: string) => join(folder, 'library.sqlite')

/**
 * What every connection must run with. better-sqlite3 is compiled with WAL at `NORMAL`, which may lose the
 * last commits in a power cut; `fullfsync` is for macOS, whose drives otherwise answer before they write.
 */
const pragmas: readonly [name: string, set: string, expected: unknown][] = [
  ['busy_timeout', '5000', 5000],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', undefined],
  ['wal_autocheckpoint', '1000', 1000],
  ['journal_size_limit', '67108864', 67108864],
]
/** Those that write to the file, or mean nothing to a connection that can't. */
const forWriting = new Set(['journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync'])

/**
 * Opens the database of the library in `folder` for reading and writing.
 * @param create makes the folder and an empty database when there is none
 * Throws `not-a-library`, `newer-library`, `corrupt-library`, `no-permission`; then nothing was touched.
 */
export function openDatabase(folder: string, create: boolean): Database.Database {
  try {
    prepareFolder(folder, create)
    return connect(folder, false)
  } catch (error) {
    throw storageError(error, folder)
  }
}

/**
 * Opens the database of an existing library for reading alone. Throws as `openDatabase`.
 *
 * Its files are read by SQLite and nobody else: a process that has the library open, on whatever thread, loses
 * its locks on a file as soon as it closes that file in another way
 * (https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
 * Another process that comes and goes then takes itself for the last one and removes the log that this one goes on
 * writing to, and what is written to it is lost. So a damaged log is looked for when a library is opened to be
 * written, which comes first.
 */
export function openReadOnly(folder: string): Database.Database {
  try {
    const file = databaseFile(folder)
    if (!existsSync(file) || statSync(file).size === 0) throw notALibrary(folder)
    checkVersion(folder, file, false)
    return connect(folder, true)
  } catch (error) {
    throw storageError(error, folder)
  }
}

function connect(folder: string, readonly: boolean): Database.Database {
  const db = new Database(databaseFile(folder), { readonly })
  try {
    // Only an empty file takes it: pages that a shortened log leaves then go back to the disk.
    if (!readonly && db.pragma('page_count', { simple: true }) === 0) db.pragma('auto_vacuum = INCREMENTAL')
    for (const [name, value, expected] of pragmas) {
      if (readonly && forWriting.has(name)) continue
      db.pragma(`${name} = ${value}`)
      const actual = db.pragma(name, { simple: true })
      if (expected !== undefined && actual !== expected) {
        throw new LonghandError(
          'io',
          `SQLite would not set ${name} to ${value} on ${folder}; it was left as it is.`,
        )
      }
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Sees that the folder holds a library that this app can open, without touching it, but for a repair that was cut off. */
function prepareFolder(folder: string, create: boolean): void {
  finishSwitch(folder)
  const file = databaseFile(folder)
  if (!existsSync(file)) {
    if (!create) throw notALibrary(folder)
    if (existsSync(folder)) refuseForeignFolder(folder)
    else mkdirSync(folder, { recursive: true })
    return
  }
  if (statSync(file).size === 0) {
    // Left by a process that was ended while it made the library.
    if (!create) throw notALibrary(folder)
    return
  }
  checkHeader(folder, file)
  const damage = findLogDamage(file)
  if (damage !== undefined) throw storageError(new Database.SqliteError(damage, 'SQLITE_CORRUPT'), folder)
  checkVersion(folder, file, create)
}

function refuseForeignFolder(folder: string): void {
  if (!statSync(folder).isDirectory()) throw notALibrary(folder)
  const foreign = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== 'assets')
  if (foreign.length > 0) {
    throw new LonghandError(
      'not-a-library',
      `${folder} is not a Longhand library and not empty. It was left as it is; choose an empty folder for a new library.`,
    )
  }
}

const notALibrary = (folder: string) =>
  new LonghandError(
    'not-a-library',
    existsSync(folder)
      ? `${folder} is not a Longhand library. Choose another folder, or start a new library there.`
      : `There is no library at ${folder}: the folder does not exist.`,
  )

function checkHeader(folder: string, file: string): void {
  const magic = Buffer.alloc(16)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, magic, 0, 16, 0)
  } finally {
    closeSync(descriptor)
  }
  if (magic.toString('latin1') !== 'SQLite format 3\0') {
    throw storageError(new Database.SqliteError('the file has no SQLite header', 'SQLITE_NOTADB'), folder)
  }
}

/** A connection for reading neither migrates nor checkpoints, so a refused library stays as it is. */
function checkVersion(folder: string, file: string, create: boolean): void {
  const db = new Database(file, { readonly: true })
  try {
    const id = db.pragma('application_id', { simple: true })
    const version = db.pragma('user_version', { simple: true }) as number
    const isUnfinished =
      id === 0 && version === 0 && db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
    if (id !== applicationId && !(create && isUnfinished)) throw notALibrary(folder)
    if (version > schemaVersion) {
      throw new LonghandError(
        'newer-library',
        `${folder} was made by a newer Longhand (format ${version}; this one knows ${schemaVersion}). It was left as it is; update Longhand to open it.`,
      )
    }
  } finally {
    db.close()
  }
}
