import Database from 'better-sqlite3'
import { newId, type PostId } from '../../document'
import { DocumentStore } from '../document-store'
import type { StoredVersion } from '../history'
import { migrate } from '../migrations'
import { releaseIfPublished } from '../releases'
import type { RepairedDocument } from '../repair/repair-document'
import { insertVersion } from '../repair/repair-library'
import { writeDocument } from '../repair/write-document'
import { UpdateLog } from '../update-log'
import type { FoundAsset } from './find-assets'
import type { Value } from './record'

/** Everything that a recovered library is made of. */
export interface Parts {
  readonly documents: readonly RepairedDocument[]
  readonly versions: Iterable<StoredVersion>
  readonly assets: readonly FoundAsset[]
  readonly imports: readonly (readonly Value[])[]
  readonly purged: readonly (readonly Value[])[]
  /** Updates that an earlier repair set aside. */
  readonly damaged: readonly (readonly Value[])[]
  readonly deviceName: string
  readonly backupFolder: string | undefined
}

/**
 * Writes a database of the present format into a new file, its projection built anew. It is another device
 * than the damaged one was.
 * @param now epoch ms
 */
export function rebuild(file: string, parts: Parts, now: () => number): void {
  const db = new Database(file)
  try {
    db.pragma('auto_vacuum = INCREMENTAL')
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = FULL')
    migrate(db, { initialise: () => fill(db, parts, now()), upgrade: () => undefined })
    const log = new UpdateLog(db, now)
    const store = new DocumentStore({ db, path: file, log, onCommit: () => undefined })
    store.write(() => {
      // A library of an older format has published posts without a released face.
      for (const { id, kind, rows } of parts.documents) {
        if (kind === 'post' && rows.length > 0)
          store.edit(id as PostId, (doc) => releaseIfPublished(doc, log.stamp()))
      }
      store.rebuildProjection()
    })
  } finally {
    db.close()
  }
}

function fill(db: Database.Database, parts: Parts, now: number): void {
  const local = db.prepare<[string, string]>('INSERT INTO local (name, value) VALUES (?, ?)')
  local.run('device', newId<PostId>())
  local.run('device_name', parts.deviceName)
  if (parts.backupFolder !== undefined) local.run('backup_folder', parts.backupFolder)
  for (const document of parts.documents) writeDocument(db, document, now)
  const ids = new Set(db.prepare<[], string>('SELECT id FROM documents').pluck().all())
  for (const version of parts.versions) if (ids.has(version.draft)) insertVersion(db, version)
  const asset = db.prepare<[FoundAsset]>(
    `INSERT OR IGNORE INTO assets (hash, path, type, size, width, height, added_at, removed_at)
     VALUES (@hash, @path, @type, @size, @width, @height, @addedAt, @removedAt)`,
  )
  for (const each of parts.assets) asset.run(each)
  const insert = (table: string, columns: number, rows: readonly (readonly Value[])[]) => {
    const row = db.prepare<Value[]>(
      `INSERT OR IGNORE INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`,
    )
    for (const values of rows) row.run(...values)
  }
  const importsOfPosts = parts.imports.filter(([, , post]) => typeof post === 'string' && ids.has(post))
  insert('imports', 5, importsOfPosts)
  insert('purged', 3, parts.purged)
  insert('damaged', 7, parts.damaged)
}
