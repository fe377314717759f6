import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openForReading, readName } from '../backup/backup-file'
import { hasTable, rowColumns } from '../backup/check-file'
import type { Row } from '../update-log'
import type { Candidate } from './candidate'

interface OpenBackup {
  readonly db: Database.Database
  readonly file: string
  readonly at: number
  readonly mayExtend: boolean
}

/**
 * The backups of a library, to take from what it lacks. Nothing is believed without its hash, so that a
 * damaged backup does no harm. Close it when done.
 */
export class BackupSources {
  private readonly open: readonly OpenBackup[]

  /**
   * @param folders where to look
   * @param site the id of the library's site, when it is known: others may share a folder
   */
  constructor(folders: readonly string[], site: string | undefined) {
    const found = [...new Set(folders)].flatMap(filesIn).sort((a, b) => b.at - a.at)
    // What is older than the last restore in place was given up by it.
    const restoredAt = found.find(({ kind }) => kind === 'before-restore')?.at ?? Number.NEGATIVE_INFINITY
    this.open = found.flatMap(({ file, at }) => {
      const db = openBackup(file, site)
      return db === undefined ? [] : [{ db, file, at, mayExtend: at > restoredAt }]
    })
  }

  /** Every row of a document in any backup. */
  rows(draft: string): Candidate[] {
    return this.open.flatMap(({ db, at, mayExtend }) =>
      this.read(() =>
        db
          .prepare<[string], Row>(`SELECT ${rowColumns(db)} FROM updates WHERE draft = ?`)
          .all(draft)
          .filter(hasShape)
          .map((row) => ({ ...row, draft, source: { kind: 'backup' as const, at, mayExtend } })),
      ),
    )
  }

  /** Documents that the newest backup has. */
  documents(): { id: string; kind: 'post' | 'site' }[] {
    return this.newest((db) =>
      db
        .prepare<[], { id: string; kind: 'post' | 'site' }>(
          "SELECT id, kind FROM documents WHERE kind IN ('post', 'site')",
        )
        .all(),
    )
  }

  /** Rows of a table of the newest backup, by the names of their columns. */
  table(name: 'assets' | 'imports' | 'versions' | 'purged'): Record<string, unknown>[] {
    return this.newest((db) =>
      hasTable(db, name) ? db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`).all() : [],
    )
  }

  /** Folders where originals may be, beside the backups. */
  originals(): string[] {
    return [...new Set(this.open.map(({ file }) => join(file, '..', 'assets')))]
  }

  close(): void {
    for (const { db } of this.open) db.close()
  }

  private newest<Item>(read: (db: Database.Database) => Item[]): Item[] {
    const backup = this.open.find(({ mayExtend }) => mayExtend)
    return backup === undefined ? [] : this.read(() => read(backup.db))
  }

  /** What can't be read of a backup is not there. */
  private read<Item>(work: () => Item[]): Item[] {
    try {
      return work()
    } catch (error) {
      if (error instanceof Database.SqliteError) return []
      throw error
    }
  }
}

/** A backup may be damaged too, and a value have another type than its column. */
function hasShape({ seq, at, device, bytes, hash, link }: Row): boolean {
  const isBytes = (value: unknown) => Buffer.isBuffer(value)
  const isLink = link === null || isBytes(link)
  const areNumbers = Number.isSafeInteger(seq) && Number.isSafeInteger(at)
  return areNumbers && typeof device === 'string' && isBytes(bytes) && isBytes(hash) && isLink
}

function filesIn(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const told = readName(name)
    // What was kept before a repair is as damaged as the library.
    return told === undefined || told.kind === 'before-repair' ? [] : [{ ...told, file: join(folder, name) }]
  })
}

function openBackup(file: string, site: string | undefined): Database.Database | undefined {
  let db: Database.Database | undefined
  try {
    db = openForReading(file)
    const own = db.prepare<[], string>("SELECT id FROM documents WHERE kind = 'site'").pluck().all()
    if (site === undefined || own.includes(site)) return db
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
  db?.close()
  return undefined
}
