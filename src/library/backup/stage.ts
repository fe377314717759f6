import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LonghandError } from '../../document'
import { openForReading } from './backup-file'
import { restoreFolder, takeOriginals } from './restore-folder'
import type { JobControls } from './write-backup'

export interface StageOptions {
  /** The backup. */
  readonly file: string
  /** The library that it is to be compared with, or put in the place of. */
  readonly libraryPath: string
  /** The id of that library's site. */
  readonly site: string
  /** Brings a library up to the present format. */
  readonly upgrade: (folder: string) => void
}

/** A backup as a database in the present format, beside the library until `remove`. */
export interface Stage {
  readonly database: string
  /** Copies the originals that the backup speaks of. Returns sentences about those that are nowhere. */
  bringOriginals(folder: string): Promise<string[]>
  remove(): void
}

/** Checks a backup and lays out a copy. Throws as `restoreFolder`; `bad-input` when it is another library's. */
export async function stageBackup(options: StageOptions, controls: JobControls): Promise<Stage> {
  const { file, libraryPath, site, upgrade } = options
  // One of its own for each: two that run at once must not meet.
  const own = mkdtempSync(join(libraryPath, '.restoring-'))
  const folder = join(own, 'library')
  const remove = () => rmSync(own, { recursive: true, force: true })
  try {
    await restoreFolder(file, folder, { ...controls, originals: false })
    const database = join(folder, 'library.sqlite')
    refuseOtherLibrary(database, site)
    upgrade(folder)
    return { database, remove, bringOriginals: (target) => takeOriginals(file, target, controls) }
  } catch (error) {
    remove()
    throw error
  }
}

function refuseOtherLibrary(file: string, site: string): void {
  const db = openForReading(file)
  try {
    if (db.prepare("SELECT 1 FROM documents WHERE kind = 'site' AND id = ?").get(site) !== undefined) return
  } finally {
    db.close()
  }
  throw new LonghandError(
    'bad-input',
    'This is a backup of another library. Nothing was changed; “longhand restore FILE --to DIR” makes a library of it.',
  )
}
