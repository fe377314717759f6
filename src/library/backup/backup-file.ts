import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { applicationId } from '../migrations'
import { contentsOf } from './check-file'

/** `daily` ones come and go by themselves; `manual` ones stay until the writer takes them away. */
const backupKinds = ['daily', 'manual', 'before-restore', 'before-repair', 'before-upgrade'] as const
export type BackupKind = (typeof backupKinds)[number]

/** What a backup says of itself, in its table `backup`, and what it has to hold to be whole. */
const labelSchema = z.object({
  /** When the copy was begun, epoch ms. */
  at: z.number(),
  kind: z.enum(backupKinds),
  posts: z.number(),
  updates: z.number(),
  versions: z.number(),
  assets: z.number(),
})
export type BackupLabel = z.infer<typeof labelSchema>

/** A backup in a list. */
export interface BackupItem {
  /** Full path. */
  readonly file: string
  readonly at: number
  readonly kind: BackupKind
  /** bytes; originals beside it not counted */
  readonly size: number
  readonly posts: number
  /** Whether it opens and says what it holds. Every byte is checked when it was made and before it is restored. */
  readonly ok: boolean
}

const fileName = /^longhand-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2}T\d{6}\.\d{3}Z)-([a-z-]+)\.sqlite$/

/** `longhand-5f2c91aa-2026-11-24T102929.417Z-daily.sqlite`. `library` tells libraries that share a folder apart. */
export function nameBackup(library: string, at: number, kind: BackupKind): string {
  return `longhand-${library}-${new Date(at).toISOString().replaceAll(':', '')}-${kind}.sqlite`
}

/** What the name of a backup says; undefined when it is none. */
export function readName(file: string): { library: string; at: number; kind: BackupKind } | undefined {
  const [, library, time, kind] = fileName.exec(basename(file)) ?? []
  const known = backupKinds.find((it) => it === kind)
  if (library === undefined || time === undefined || known === undefined) return undefined
  const at = Date.parse(time.replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3'))
  return Number.isNaN(at) ? undefined : { library, at, kind: known }
}

/** What tells the backups of a library in its place on this machine from others in the same folder. */
export function tagOf(db: Database.Database, libraryPath: string): string {
  const read = (sql: string) => db.prepare<[], string>(sql).pluck().get()
  const site = read("SELECT id FROM documents WHERE kind = 'site' ORDER BY id LIMIT 1")
  const device = read("SELECT value FROM local WHERE name = 'device_name'") ?? hostname()
  return createHash('sha256').update(`${site}\n${device}\n${libraryPath}`).digest('hex').slice(0, 8)
}

/** The backups of one library in a folder, newest first. An absent folder has none. */
export function listBackups(folder: string, library: string): BackupItem[] {
  return namesIn(folder)
    .flatMap((name) => {
      const told = readName(name)
      return told?.library === library ? [describe(join(folder, name), told)] : []
    })
    .sort((a, b) => b.at - a.at)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function describe(file: string, { at, kind }: { at: number; kind: BackupKind }): BackupItem {
  const { size } = statSync(file)
  try {
    const db = openForReading(file)
    try {
      const label = readLabel(db)
      return {
        file,
        at,
        kind,
        size,
        posts: label?.posts ?? 0,
        ok: label !== undefined && isWholeSize(db, size),
      }
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    return { file, at, kind, size, posts: 0, ok: false }
  }
}

/** A file that was cut short opens all the same. */
function isWholeSize(db: Database.Database, size: number): boolean {
  const pragma = (name: string) => db.pragma(name, { simple: true }) as number
  return pragma('page_count') * pragma('page_size') === size
}

export function openForReading(file: string): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  db.pragma('trusted_schema = OFF')
  return db
}

/** The label of a backup; undefined for a file that has none, as a library that was copied while closed. */
export function readLabel(db: Database.Database): BackupLabel | undefined {
  if (db.pragma('application_id', { simple: true }) !== applicationId) return undefined
  const text = db.prepare<[], string>("SELECT 1 FROM sqlite_schema WHERE name = 'backup'").pluck().get()
  if (text === undefined) return undefined
  const label = db.prepare<[], string>('SELECT label FROM backup').pluck().get()
  const parsed = labelSchema.safeParse(JSON.parse(label ?? 'null'))
  return parsed.success ? parsed.data : undefined
}

/** Whether a file is a backup, or a library. Anything that can't be read is none. */
function isBackup(file: string): boolean {
  try {
    const db = openForReading(file)
    try {
      return db.pragma('application_id', { simple: true }) === applicationId
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  }
}

/** Labels a copy with what it holds. */
export function writeLabel(db: Database.Database, at: number, kind: BackupKind): BackupLabel {
  const label: BackupLabel = { at, kind, ...contentsOf(db) }
  db.exec('CREATE TABLE backup (label TEXT NOT NULL) STRICT')
  db.prepare<[string]>('INSERT INTO backup (label) VALUES (?)').run(JSON.stringify(label))
  return label
}

/** Whether a file is a backup that Longhand made as one, and no library that may be open. */
export function isOwnBackup(file: string): boolean {
  if (!isBackup(file) || existsSync(`${file}-wal`)) return false
  const db = openForReading(file)
  try {
    return readLabel(db) !== undefined
  } finally {
    db.close()
  }
}
