import type Database from 'better-sqlite3'
import { newId, openDocument, type PostId } from '../../document'
import type { DocumentStore } from '../document-store'
import { hashOf, type StoredVersion } from '../history'
import { replay } from '../replay'
import { findBreak, type Row, type UpdateLog } from '../update-log'
import { BackupSources } from './backup-sources'
import { type Candidate, theLibrary } from './candidate'
import { nearestId } from './nearest-id'
import {
  asDocument,
  day,
  describeRepair,
  type Outcome,
  type RepairedDocument,
  repairDocument,
} from './repair-document'
import { writeDocument } from './write-document'

/** What a repair did to one post, or to the settings of the site. */
export interface RepairItem {
  readonly id: string
  readonly title: string
  readonly outcome: Outcome
  /** For the writer. */
  readonly message: string
}

export interface RepairParts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly log: UpdateLog
  readonly site: string
  /** Folders with backups to take from. */
  readonly backupFolders: readonly string[]
  readonly now: () => number
}

const columns = 'draft, seq, at, device, bytes, hash, link, format'

/**
 * Sets right what can be set right in a library whose pages are sound: damaged updates are mended, taken from a
 * backup, or set aside and named; damaged versions are taken from a backup or taken out; everything that
 * follows from the log is built anew. All in one transaction. Returns what happened to which post.
 */
export function repairLibrary(parts: RepairParts): RepairItem[] {
  const { db, store, now } = parts
  const backups = new BackupSources(parts.backupFolders, parts.site)
  try {
    return store.write(() => {
      db.pragma('defer_foreign_keys = ON')
      const repaired = damagedDocuments(parts).map(({ id, rows }) =>
        repairDocument(id, [...rows, ...backups.rows(id)]),
      )
      for (const document of repaired) writeDocument(db, document, now())
      const items = [...repaired.map(asItem), ...repairVersions(db, backups)]
      dropStrays(db)
      // Whoever has one of these documents in memory has to read it again.
      if (repaired.length > 0)
        db.prepare<[string]>("UPDATE local SET value = ? WHERE name = 'device'").run(newId<PostId>())
      store.rebuildProjection()
      return items
    })
  } finally {
    backups.close()
  }
}

export const asItem = (repaired: RepairedDocument): RepairItem => ({
  id: repaired.id,
  title: repaired.title,
  outcome: repaired.outcome,
  message: describeRepair(repaired),
})

/** The documents whose log is not what it was, with the rows that there are of it. */
function damagedDocuments({ db, log }: RepairParts): { id: string; rows: Candidate[] }[] {
  const ids = db.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck().all()
  const strays = db
    .prepare<[], Row & { draft: string }>(
      `SELECT ${columns} FROM updates WHERE draft NOT IN (SELECT id FROM documents)`,
    )
    .all()
  const owners = new Map<string, Candidate[]>()
  for (const row of strays) {
    const draft = nearestId(row.draft, ids) ?? row.draft
    owners.set(draft, [...(owners.get(draft) ?? []), { ...row, draft, source: theLibrary }])
  }
  const rowsOf = db.prepare<[string], Row>(`SELECT ${columns} FROM updates WHERE draft = ? ORDER BY seq`)
  const known = ids.flatMap((id) => {
    const rows = rowsOf.all(id)
    if (!owners.has(id) && findBreak(id, rows) === undefined && isReadable(id, log)) return []
    const own = rows.map((row): Candidate => ({ ...row, draft: id, source: theLibrary }))
    return [{ id, rows: [...own, ...(owners.get(id) ?? [])] }]
  })
  const unknown = [...owners].filter(([id]) => !ids.includes(id)).map(([id, rows]) => ({ id, rows }))
  return [...known, ...unknown]
}

function isReadable(id: string, log: UpdateLog): boolean {
  try {
    replay(openDocument(id), log.updatesAfter(asDocument(id), 0))
    return true
  } catch {
    return false // `replay` names the update; `repairDocument` finds it again.
  }
}

function repairVersions(db: Database.Database, backups: BackupSources): RepairItem[] {
  const all = db.prepare<[], StoredVersion>('SELECT * FROM versions').all()
  const damaged = all.filter((version) => !isUndamaged(version))
  if (damaged.length === 0) return []
  const kept = new Map(
    backups
      .table('versions')
      .map((row) => row as unknown as StoredVersion)
      .filter(isUndamaged)
      .map((version) => [version.id, version]),
  )
  return damaged.map(({ id, draft, at }) => {
    db.prepare<[string]>('DELETE FROM versions WHERE id = ?').run(id)
    const version = kept.get(id)
    if (version !== undefined) insertVersion(db, version)
    const what =
      version === undefined
        ? 'is damaged and was taken out; the post itself is as it was'
        : 'was damaged and is taken from a backup'
    return {
      id: draft,
      title: '',
      outcome: version === undefined ? 'parts-missing' : 'whole',
      message: `A version of ${day(at)} ${what}.`,
    }
  })
}

const isUndamaged = ({ hash, ...row }: StoredVersion) => hashOf(row).equals(hash)

export function insertVersion(db: Database.Database, version: StoredVersion): void {
  db.prepare<[StoredVersion]>(
    `INSERT OR IGNORE INTO versions (id, draft, seq, at, device, kind, name, words, snapshot, hash)
     VALUES (@id, @draft, @seq, @at, @device, @kind, @name, @words, @snapshot, @hash)`,
  ).run(version)
}

/** Rows that speak of documents which are not there. */
function dropStrays(db: Database.Database): void {
  for (const [table, column] of [
    ['imports', 'post'],
    ['desks', 'post'],
    ['versions', 'draft'],
    ['updates', 'draft'],
  ])
    db.exec(`DELETE FROM ${table} WHERE ${column} NOT IN (SELECT id FROM documents)`)
}
