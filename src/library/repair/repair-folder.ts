import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import { openReadOnly } from '../database'
import type { Library, Verification } from '../library'
import { openLibrary } from '../open-library'
import { findLogDamage } from '../recover/inspect-log'
import { recoverLibrary } from '../recover/recover'
import { finishSwitch } from '../recover/switch-files'
import { storageError } from '../storage-error'
import type { RepairItem } from './repair-library'

/** What a repair found, did, and could not do. */
export interface RepairReport extends Verification {
  /** What became of each post that was damaged. */
  readonly repaired: readonly RepairItem[]
  /** What was there before: a folder with the damaged files, or a backup. Null when nothing was to be done. */
  readonly setAside: string | null
}

export interface RepairFolderOptions {
  /** epoch ms; the system's clock when left out */
  readonly now?: () => number
}

/**
 * Checks a library and repairs what is damaged: in place when its pages are sound, else into a new database
 * that takes its place, with the damaged files moved aside. `problems` are those that are left. The library
 * must not be open elsewhere (`busy`). Throws `not-a-library`, `newer-library`; `corrupt-library` when nothing
 * of it can be read; then nothing was changed.
 */
export async function repairFolder(folder: string, options: RepairFolderOptions = {}): Promise<RepairReport> {
  const path = resolve(folder)
  const { now = Date.now } = options
  finishSwitch(path)
  if (isUnsound(path)) return recover(path, now)
  refuseIfOpenElsewhere(join(path, 'library.sqlite'))
  const report = await repairInPlace(path, now)
  return report?.problems.every(isOfOriginals) ? report : recover(path, now, report)
}

/** Undefined when the library can't be worked with after all. */
async function repairInPlace(path: string, now: () => number): Promise<RepairReport | undefined> {
  let library: Library | undefined
  try {
    library = openLibrary(path, { now })
    return await repairOpen(library)
  } catch (error) {
    if (error instanceof LonghandError && error.code === 'corrupt-library') return undefined
    throw error
  } finally {
    library?.close()
  }
}

/** Repairs a library whose pages are sound. What was there is kept as a backup first. */
export async function repairOpen(library: Library): Promise<RepairReport> {
  const before = library.verify()
  if (before.problems.every(isOfOriginals)) return { ...before, repaired: [], setAside: null }
  const { file } = await library.backups.make('before-repair')
  const repaired = library.repair()
  return { ...library.verify(), repaired, setAside: file }
}

/** Originals that are gone are no reason to touch the database. */
const isOfOriginals = (problem: string) => problem.startsWith('the file of ')

function recover(path: string, now: () => number, before?: RepairReport): RepairReport {
  const { items, setAside } = recoverLibrary(path, now)
  const library = openLibrary(path, { now })
  try {
    return { ...library.verify(), repaired: [...(before?.repaired ?? []), ...items], setAside }
  } finally {
    library.close()
  }
}

/**
 * Whether the database is damaged in a way that SQLite can't work with. A folder that holds something else, or
 * a library of a newer Longhand, is not; that is thrown.
 */
function isUnsound(path: string): boolean {
  const file = join(path, 'library.sqlite')
  if (!existsSync(file) || statSync(file).size === 0) {
    if (hasTraces(path)) return true
    throw new LonghandError('not-a-library', `${path} is not a Longhand library.`)
  }
  if (findLogDamage(file) !== undefined) return true
  try {
    const db = openReadOnly(path)
    try {
      return db.pragma('integrity_check', { simple: true }) !== 'ok'
    } finally {
      db.close()
    }
  } catch (error) {
    const told = storageError(error, path)
    if (told instanceof Database.SqliteError) return true
    if (!(told instanceof LonghandError)) throw error
    if (told.code === 'corrupt-library' || (told.code === 'not-a-library' && hasTraces(path))) return true
    throw told
  }
}

/** What only a library has beside its database. */
const hasTraces = (path: string) =>
  ['assets', 'backups', 'library.sqlite-wal'].some((name) => existsSync(join(path, name)))

/** Files are not to be moved away beneath another process. */
function refuseIfOpenElsewhere(file: string): void {
  try {
    const db = new Database(file)
    try {
      db.pragma('busy_timeout = 500')
      db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT')
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    if (!/^SQLITE_(BUSY|LOCKED)/.test(error.code)) return
    throw new LonghandError(
      'busy',
      'The library is open in another window or program. Close it there and try again; nothing was changed.',
      { cause: error },
    )
  }
}
