import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { LonghandError, newId, type PostId } from '../../document'
import { flushFile, flushFolder } from '../flush'
import { applicationId, schemaVersion } from '../migrations'
import { storageError } from '../storage-error'
import { openForReading } from './backup-file'
import { checkFile, hasTable } from './check-file'
import { copyOriginals, originalsBeside, originalsOf, stopIfAborted, unpackOriginals } from './originals'
import type { JobControls } from './write-backup'

export interface RestoreResult {
  /** The new library's folder. */
  readonly path: string
  readonly posts: number
  /** Sentences about originals that the backup lacks. */
  readonly warnings: readonly string[]
}

/**
 * Makes a library of a backup in a folder that is absent or empty. It has its name only after everything was
 * checked; until then, and when anything fails, nothing is there. The library is another installation from
 * then on and has a device id of its own. The backup stays as it is.
 * `originals: false` leaves them out.
 * Throws `bad-input` for a folder that is not empty, `not-a-library`, `newer-library`, `corrupt-library` for a
 * file that is no whole backup, `disk-full`, `no-permission`, `cancelled`.
 */
export async function restoreFolder(
  file: string,
  folder: string,
  controls: JobControls & { readonly originals?: boolean } = {},
): Promise<RestoreResult> {
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.part`)
  try {
    refuseUsedFolder(folder)
    checkBackup(file, controls)
    mkdirSync(dirname(folder), { recursive: true })
    rmSync(temporary, { recursive: true, force: true })
    const result = await fill(file, temporary, controls)
    stopIfAborted(controls.signal)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(temporary, folder)
    flushFolder(dirname(folder))
    return { path: folder, ...result }
  } catch (error) {
    throw storageError(error, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function refuseUsedFolder(folder: string): void {
  if (!existsSync(folder)) return
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return
  throw new LonghandError(
    'bad-input',
    `${folder} is there already and not empty. It was left as it is; name a folder that isn’t there.`,
  )
}

/** Throws unless the file is a whole backup, or a whole library, that this app can open. */
function checkBackup(file: string, { signal, onProgress }: JobControls = {}): void {
  onProgress?.({ step: 'Checking the backup', done: 0, total: 0 })
  if (!existsSync(file)) throw new LonghandError('not-found', `There is no file ${file}.`)
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      if (db.pragma('application_id', { simple: true }) !== applicationId)
        throw new LonghandError('not-a-library', `${file} is not a backup of a Longhand library.`)
      if ((db.pragma('user_version', { simple: true }) as number) > schemaVersion)
        throw new LonghandError('newer-library', `${file} was made by a newer Longhand; update it first.`)
    } finally {
      db.close()
    }
    const [problem] = checkFile(file).problems
    if (problem !== undefined) throw damagedBackup(file, problem)
  } catch (error) {
    if (error instanceof Database.SqliteError) throw damagedBackup(file, error.message, error)
    throw error
  }
  stopIfAborted(signal)
}

const damagedBackup = (file: string, reason: string, cause?: unknown) =>
  new LonghandError(
    'corrupt-library',
    `The backup ${file} is damaged: ${reason}. Nothing was changed; choose an earlier one.`,
    { cause },
  )

async function fill(
  file: string,
  folder: string,
  controls: JobControls & { readonly originals?: boolean },
): Promise<Omit<RestoreResult, 'path'>> {
  mkdirSync(folder)
  const target = join(folder, 'library.sqlite')
  await copyFile(file, target)
  const warnings =
    controls.originals === false ? [] : await takeOriginals(file, join(folder, 'assets'), controls)
  const posts = becomeLibrary(target)
  flushFile(target)
  const [problem] = checkFile(target).problems
  if (problem !== undefined) throw damagedBackup(file, problem)
  flushFolder(folder)
  return { posts, warnings }
}

/** Copies the originals that a backup speaks of into a folder. Returns sentences about those that it lacks. */
export async function takeOriginals(
  file: string,
  folder: string,
  { signal, onProgress }: JobControls,
): Promise<string[]> {
  const db = openForReading(file)
  try {
    const hashes = originalsOf(db).filter((hash) => !existsSync(join(folder, hash)))
    const onDone = (done: number) => onProgress?.({ step: 'Copying originals', done, total: hashes.length })
    const originals = { hashes, signal, onDone }
    const lost = hasTable(db, 'asset_files')
      ? await unpackOriginals(db, folder, originals)
      : await copyOriginals(originalsBeside(file), folder, originals)
    const paths = db.prepare<[string], string>('SELECT path FROM assets WHERE hash = ?').pluck()
    return lost.map((hash) => `The original ${paths.get(hash) ?? hash} is not in the backup.`)
  } finally {
    db.close()
  }
}

/** Page by page, so that a file with a write-ahead log beside it comes whole. */
async function copyFile(file: string, target: string): Promise<void> {
  const source = openForReading(file)
  try {
    await source.backup(target)
  } finally {
    source.close()
  }
}

/** Takes off what only a backup has, and gives the library a device id of its own. Returns its number of posts. */
function becomeLibrary(file: string): number {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = DELETE')
    db.transaction(() => {
      db.exec('DROP TABLE IF EXISTS asset_files; DROP TABLE IF EXISTS backup')
      db.prepare<[string]>("UPDATE local SET value = ? WHERE name = 'device'").run(newId<PostId>())
      db.prepare<[string]>("INSERT OR REPLACE INTO local (name, value) VALUES ('restored_at', ?)").run(
        String(Date.now()),
      )
      db.exec("DELETE FROM local WHERE name = 'backup_folder'")
    })()
    db.pragma('incremental_vacuum')
    return db.prepare<[], number>("SELECT count(*) FROM documents WHERE kind = 'post'").pluck().get() ?? 0
  } finally {
    db.close()
  }
}
