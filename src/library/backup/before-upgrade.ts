import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import { flushFile, flushFolder } from '../flush'
import { schemaVersion } from '../migrations'
import { nameBackup, tagOf, writeLabel } from './backup-file'

/**
 * Keeps a library as it is before it is brought to a newer format; does nothing for one that is current or
 * new. The copy goes where backups go, or into the library when that folder isn't there now. Its originals are
 * those of the library. Throws what SQLite and the file system throw; then the library is to be left alone.
 * @param folder the library's
 */
export function backUpBeforeUpgrade(db: Database.Database, folder: string, at: number): void {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version === 0 || version === schemaVersion) return
  const file = join(chooseFolder(db, folder), nameBackup(tagOf(db, folder), at, 'before-upgrade'))
  const temporary = `${file}.${process.pid}.part`
  mkdirSync(dirname(file), { recursive: true })
  try {
    rmSync(temporary, { force: true })
    // One statement, one view: nobody can write in between.
    db.prepare<[string]>('VACUUM INTO ?').run(temporary)
    label(temporary, at)
    flushFile(temporary)
    renameSync(temporary, file)
    flushFolder(dirname(file))
  } finally {
    for (const end of ['', '-journal']) rmSync(`${temporary}${end}`, { force: true })
  }
}

function chooseFolder(db: Database.Database, folder: string): string {
  const chosen = db.prepare<[], string>("SELECT value FROM local WHERE name = 'backup_folder'").pluck().get()
  return chosen !== undefined && existsSync(chosen) ? chosen : join(folder, 'backups')
}

/** Labels the copy, which also shows that it opens and holds rows. */
function label(file: string, at: number): void {
  const copy = new Database(file)
  try {
    const { updates } = writeLabel(copy, at, 'before-upgrade')
    const isWhole = copy.pragma('quick_check', { simple: true }) === 'ok'
    if (updates > 0 && isWhole) return
  } finally {
    copy.close()
  }
  throw new LonghandError(
    'corrupt-library',
    'The library is of an older format and could not be copied whole before the change. It was left as it is; “longhand verify --repair” says what is damaged.',
  )
}
