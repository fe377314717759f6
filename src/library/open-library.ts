import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import type { z } from 'zod'
import {
  createPostDocument,
  createSiteDocument,
  LonghandError,
  newId,
  openDocument,
  type Post,
  type PostFields,
  type PostId,
  postFieldsSchema,
  readRelease,
  replaceText,
  type SiteChange,
  type SiteId,
  type SiteSettings,
  siteSettingsSchema,
  slugify,
  uniqueSlug,
  writePost,
  writeSite,
} from '../document'
import { Assets } from './assets'
import { Backups } from './backup/backups'
import { backUpBeforeUpgrade } from './backup/before-upgrade'
import type { BackupJob, BackupResult, JobControls } from './backup/write-backup'
import { Batch } from './batch'
import { ChangeFeed } from './change-feed'
import { openDatabase } from './database'
import { Desks } from './desks'
import { DocumentStore } from './document-store'
import { Filters } from './filters'
import { History } from './history'
import { Imports } from './imports'
import type { Asset, ImportRecord, Library, LibraryChange, PostFilter } from './library'
import { Lists } from './lists'
import { Media } from './media'
import { migrate } from './migrations'
import { Projection } from './projection'
import { Queries } from './queries'
import { Releases, releaseIfPublished, setFields } from './releases'
import { repairLibrary } from './repair/repair-library'
import { asFirstFormat, replay } from './replay'
import { Search } from './search/search'
import { SearchIndex } from './search/search-index'
import { openSnapshot } from './snapshot'
import { storageError } from './storage-error'
import { Tagging } from './tagging'
import { Trash } from './trash'
import { UpdateLog } from './update-log'
import { Upkeep } from './upkeep'
import { verifyLibrary } from './verify'

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
    return new OpenedLibrary(path, db, now, options)
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

function readOne(db: Database.Database, sql: string): string {
  const value = db.prepare<[], string>(sql).pluck().get()
  if (value === undefined)
    throw new Database.SqliteError('the library lacks a row that it was born with', 'SQLITE_CORRUPT')
  return value
}

/** Puts the parts of the house behind its one interface. */
class OpenedLibrary implements Library {
  readonly deviceName: string
  private readonly siteDocument: SiteId
  private readonly log: UpdateLog
  private readonly store: DocumentStore
  private readonly queries: Queries
  private readonly finding: Search
  private readonly assets: Assets
  private readonly feed: ChangeFeed
  private readonly imports: Imports
  private readonly upkeep: Upkeep
  readonly backups: Backups
  readonly desks: Desks
  readonly history: History
  readonly media: Media
  readonly batch: Batch
  readonly filters: Filters
  readonly lists: Lists
  readonly releases: Releases
  readonly tagging: Tagging
  readonly trash: Trash

  constructor(
    readonly path: string,
    private readonly db: Database.Database,
    private readonly now: () => number,
    { onTrouble = () => undefined, runBackup }: OpenOptions,
  ) {
    this.deviceName = readOne(db, "SELECT value FROM local WHERE name = 'device_name'")
    this.siteDocument = readOne(
      db,
      "SELECT id FROM documents WHERE kind = 'site' ORDER BY id LIMIT 1",
    ) as SiteId
    this.log = new UpdateLog(db, now)
    this.feed = new ChangeFeed(db, this.log)
    this.store = new DocumentStore({
      db,
      path,
      log: this.log,
      onCommit: () => {
        this.feed.announce()
        this.upkeep.notice()
      },
      beforeEdit: (id, live) => this.history.beforeEdit(id, live),
    })
    this.upkeep = new Upkeep(db, this.store, onTrouble)
    this.queries = new Queries(db, (id) => this.store.projectAnew(id))
    this.finding = new Search(db)
    this.assets = new Assets(db, path, now)
    this.imports = new Imports(db)
    const { store, queries, log } = this
    this.backups = new Backups({
      db,
      path,
      store,
      now,
      site: this.siteDocument,
      upgrade: (folder) => openLibrary(folder, { now }).close(),
      runBackup,
    })
    this.desks = new Desks({ db, write: (work) => store.write(work), now })
    this.history = new History({ db, store, queries, log })
    this.media = new Media({ db, store, assets: this.assets, history: this.history, now })
    this.batch = new Batch({ store, queries, log, history: this.history })
    this.tagging = new Tagging({ db, store, batch: this.batch, site: this.siteDocument })
    this.filters = new Filters({ store, site: this.siteDocument })
    this.lists = new Lists(db, () => this.upkeep.catchUpIndex())
    this.trash = new Trash({ db, store, log })
    this.releases = new Releases({ store, queries, log, history: this.history })
  }

  get device() {
    return this.read(() => this.log.device())
  }

  posts(filter: PostFilter = {}) {
    return this.read(() => this.queries.posts(filter))
  }

  post(idOrSlug: string) {
    return this.read(() => this.queries.post(idOrSlug))
  }

  extra(id: PostId) {
    return this.read(() => this.queries.extra(id))
  }

  search(query: string, { limit = 50 }: { limit?: number } = {}) {
    return this.read(() => {
      this.upkeep.catchUpIndex()
      return this.finding.search(query, limit)
    })
  }

  quickOpen(query: string, limit: number) {
    return this.read(() => this.finding.quickOpen(query, limit))
  }

  catchUpIndex(most: number) {
    return this.upkeep.catchUpIndex(most)
  }

  createPost(content: PostFields & { body?: string; extra?: Record<string, unknown> }): Post {
    const fields = check(postFieldsSchema, content)
    return this.store.write(() => {
      const slug = uniqueSlug(
        fields.slug ?? slugify(fields.title ?? ''),
        (it) => this.queries.ownerOf(it) !== undefined,
      )
      const id = newId<PostId>()
      const doc = createPostDocument(id, this.now(), { ...content, ...fields, slug })
      releaseIfPublished(doc, this.log.stamp())
      this.store.create(id, doc)
      // What the site shows stays readable, whatever is written and released after it.
      if (readRelease(doc) !== null) this.history.record(id, 'release', null)
      return this.queries.mustFind(id)
    })
  }

  setPost(id: PostId, fields: PostFields): Post {
    const checked = check(postFieldsSchema, fields)
    return this.store.write(() => {
      const owner = checked.slug === undefined ? undefined : this.queries.ownerOf(checked.slug)
      if (owner !== undefined && owner !== id) {
        throw new LonghandError(
          'bad-input',
          `Another post has the slug “${checked.slug}” already. Choose another.`,
        )
      }
      const wasReleased = this.queries.mustFind(id).releasedAt
      const post = this.editPost(id, (doc) => setFields(doc, checked, this.log.stamp()))
      if (post.releasedAt !== null && post.releasedAt !== wasReleased)
        this.history.record(id, 'release', null)
      return post
    })
  }

  setBody(id: PostId, body: string): Post {
    return this.editPost(id, (doc) => replaceText(doc.getText('body'), body))
  }

  editPost(id: PostId, edit: (doc: Y.Doc) => void): Post {
    return this.store.write(() => {
      this.queries.mustFind(id)
      this.store.edit(id, edit)
      return this.queries.mustFind(id)
    })
  }

  trashPost(id: PostId): Post {
    return this.editPost(id, (doc) => {
      if (!doc.getMap('meta').has('trashedAt')) writePost(doc, { trashedAt: this.now() })
    })
  }

  restorePost(id: PostId): Post {
    return this.editPost(id, (doc) => writePost(doc, { trashedAt: null }))
  }

  readDocument(id: PostId): Y.Doc {
    return this.read(() => {
      this.queries.mustFind(id)
      const doc = openDocument(id)
      replay(doc, this.log.updatesAfter(id, 0))
      return doc
    })
  }

  site(): SiteSettings {
    return this.read(() => this.queries.site())
  }

  siteId(): SiteId {
    return this.siteDocument
  }

  setSite(settings: SiteChange): SiteSettings {
    const checked = check(siteSettingsSchema.partial(), settings)
    return this.store.write(() => {
      this.store.edit(this.siteDocument, (doc) => writeSite(doc, checked))
      return this.queries.site()
    })
  }

  openDraft(id: PostId) {
    return this.read(() => {
      this.queries.mustFind(id)
      return this.store.open(id)
    })
  }

  appendUpdate(id: PostId, update: Uint8Array): { seq: number } {
    return this.store.write(() => {
      this.queries.mustFind(id)
      return this.store.append(id, update)
    })
  }

  updatesAfter(id: PostId, seq: number) {
    return this.read(() =>
      this.log.updatesAfter(id, seq).map((update) => ({ seq: update.seq, bytes: asFirstFormat(update) })),
    )
  }

  onChange(listener: (change: LibraryChange) => void) {
    return this.feed.listen(listener)
  }

  addAsset(bytes: Uint8Array, name: string) {
    return this.store.write(() => this.assets.add(bytes, name))
  }

  asset(path: string) {
    return this.read(() => this.assets.get(path))
  }

  assetFile(asset: Asset) {
    return this.assets.file(asset)
  }

  importRecord(root: string, path: string) {
    return this.read(() => this.imports.get(root, path))
  }

  saveImportRecord(root: string, path: string, record: ImportRecord): void {
    this.store.write(() => this.imports.save(root, path, record))
  }

  transaction<Result>(work: () => Result): Result {
    return this.store.write(work)
  }

  snapshot() {
    return openSnapshot(this.path)
  }

  verify() {
    return verifyLibrary({
      db: this.db,
      log: this.log,
      queries: this.queries,
      assets: this.assets,
      history: this.history,
    })
  }

  repair() {
    const { db, store, log, siteDocument: site, backups, now } = this
    const backupFolders = [backups.folder(), join(this.path, 'backups')]
    return repairLibrary({ db, store, log, site, backupFolders, now })
  }

  rebuildProjection(): void {
    this.store.rebuildProjection()
  }

  /** Makes the log of a post short now. Returns false when there is nothing to gain. */
  compact(id: PostId): boolean {
    return this.store.compact(id)
  }

  close(): void {
    this.feed.stop()
    this.upkeep.finish()
    this.store.close()
    this.db.close()
  }

  private read<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw storageError(error, this.path)
    }
  }
}

function check<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.')
  throw new LonghandError(
    'bad-input',
    `${name ? `${name}: ` : ''}${issue?.message ?? 'not understood'} Nothing was changed.`,
  )
}
