import { hostname } from 'node:os'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { createSiteDocument, newId, type PostId, type SiteId } from '../document'
import { backUpBeforeUpgrade } from './backup/before-upgrade'
import type { BackupJob, BackupResult, JobControls } from './backup/write-backup'
import { openDatabase } from './database'
import { DocumentStore } from './document-store'
import type { Library } from './library'
import { migrate } from './migrations'
import { OpenedLibrary } from './opened-library'
import { Projection } from './projection'
import { releaseIfPublished } from './releases'
import { SearchIndex } from './search/search-index'
import { storageError } from './storage-error'
import { UpdateLog } from './update-log'

export interface OpenOptions {
  /** Makes a new library when the folder is missing or empty. */
  readonly create?: boolean
  /** epoch ms; the system's clock when left out */
  readonly now?: () => number
  /** Hears of work behind the scenes that failed; nothing that was saved is touched by it. */
  readonly onTrouble?: (error: unknown) => void
  /** Makes backups elsewhere than on this thread (`runBackupInWorker`). */
  readonly runBackup?: (job: BackupJob, controls: JobControls) => Promise<BackupResult>
}

/**
 * Opens the library in `folder`, brings its schema up to date, and keeps it open until `close`.
 * Throws `not-a-library`, `newer-library`, `corrupt-library`, `no-permission`, `disk-full`; then the folder
 * is as it was.
 */
export function openLibrary(folder: string, options: OpenOptions = {}): Library {
  const path = resolve(folder)
  const now = options.now ?? Date.now
  const db = openDatabase(path, options.create ?? false)
  try {
    backUpBeforeUpgrade(db, path, now())
    migrate(db, { initialise: () => initialise(db, now), upgrade: () => upgrade(db, path, now) })
    return new OpenedLibrary(path, db, {
      now,
      onTrouble: options.onTrouble ?? (() => undefined),
      runBackup: options.runBackup,
      upgrade: (other) => openLibrary(other, { now }).close(),
    })
  } catch (error) {
    db.close()
    throw storageError(asDamage(error), path)
  }
}

/** What SQLite says of a statement that is good elsewhere: a table or a column is not there. */
function asDamage(error: unknown): unknown {
  const isOfSchema = error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR'
  return isOfSchema ? new Database.SqliteError(error.message, 'SQLITE_CORRUPT') : error
}

/** What a library is born with: the id of its device and the settings of its site. */
function initialise(db: Database.Database, now: () => number): void {
  const device = newId<PostId>()
  nameDevice(db)
  const site = newId<SiteId>()
  const doc = createSiteDocument(site)
  db.prepare("INSERT INTO local (name, value) VALUES ('device', ?)").run(device)
  db.prepare("INSERT INTO documents (id, kind) VALUES (?, 'site')").run(site)
  new UpdateLog(db, now).append(site, Y.encodeStateAsUpdate(doc))
  new Projection(db, new SearchIndex(db)).writeSite(doc)
}

/** After new tables: the projection is built again, and what was published before releases were kept is one. */
function upgrade(db: Database.Database, path: string, now: () => number): void {
  nameDevice(db)
  const log = new UpdateLog(db, now)
  const store = new DocumentStore({ db, path, log, onCommit: () => undefined })
  const posts = db
    .prepare<[], PostId>("SELECT id FROM documents WHERE kind = 'post' ORDER BY id")
    .pluck()
    .all()
  for (const id of posts) store.edit(id, (doc) => releaseIfPublished(doc, log.stamp()))
  store.rebuildProjection()
}

/** What other devices will call this one. */
function nameDevice(db: Database.Database): void {
  db.prepare("INSERT OR IGNORE INTO local (name, value) VALUES ('device_name', ?)").run(hostname())
}
