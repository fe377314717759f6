import { join } from 'node:path'
import Database from 'better-sqlite3'
import type * as Y from 'yjs'
import {
  openDocument,
  type Post,
  type PostFields,
  type PostId,
  type SiteChange,
  type SiteId,
  type SiteSettings,
  siteSettingsSchema,
  type TextPattern,
  writeSite,
} from '../document'
import { Assets } from './assets'
import { Backups } from './backup/backups'
import { Batch } from './batch'
import { ChangeFeed } from './change-feed'
import { checkInput } from './check-input'
import { Desks } from './desks'
import { DocumentStore } from './document-store'
import { addDrawing, Drawings } from './drawings'
import { Filters } from './filters'
import { History } from './history'
import { Imports } from './imports'
import type { Asset, ImportRecord, Library, LibraryChange, PostFilter } from './library'
import { Links } from './links/links'
import { Lists } from './lists'
import { Media } from './media'
import type { OpenOptions } from './open-library'
import { OwnWords } from './own-words'
import { type NewPost, PostWriter } from './post-writer'
import { Queries } from './queries'
import { Releases } from './releases'
import { repairLibrary } from './repair/repair-library'
import { findInPosts } from './replacing/post-matches'
import { Replacing } from './replacing/replacing'
import { asFirstFormat, replay } from './replay'
import { Search } from './search/search'
import { openSnapshot } from './snapshot'
import { storageError } from './storage-error'
import { Tagging } from './tagging'
import { Trash } from './trash'
import { UpdateLog } from './update-log'
import { Upkeep } from './upkeep'
import { verifyLibrary } from './verify'

/** What an open library is given beside its database. */
export interface OpenedOptions {
  /** epoch ms */
  readonly now: () => number
  readonly onTrouble: (error: unknown) => void
  readonly runBackup: OpenOptions['runBackup']
  /** Brings a library in another folder up to the present format. */
  readonly upgrade: (folder: string) => void
}

/** Puts the parts of the house behind its one interface. */
export class OpenedLibrary implements Library {
  readonly deviceName: string
  private readonly now: () => number
  private readonly siteDocument: SiteId
  private readonly log: UpdateLog
  private readonly store: DocumentStore
  private readonly queries: Queries
  private readonly finding: Search
  private readonly assets: Assets
  private readonly drawings: Drawings
  private readonly feed: ChangeFeed
  private readonly imports: Imports
  private readonly upkeep: Upkeep
  private readonly writing: PostWriter
  readonly backups: Backups
  readonly desks: Desks
  readonly history: History
  readonly media: Media
  readonly batch: Batch
  readonly filters: Filters
  readonly ownWords: OwnWords
  readonly links: Links
  readonly lists: Lists
  readonly releases: Releases
  readonly replacing: Replacing
  readonly tagging: Tagging
  readonly trash: Trash

  constructor(
    readonly path: string,
    private readonly db: Database.Database,
    { now, onTrouble, runBackup, upgrade }: OpenedOptions,
  ) {
    this.now = now
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
    this.drawings = new Drawings(db)
    this.imports = new Imports(db)
    const { store, queries, log } = this
    this.backups = new Backups({
      db,
      path,
      store,
      now,
      site: this.siteDocument,
      upgrade,
      runBackup,
    })
    this.desks = new Desks({ db, write: (work) => store.write(work), now })
    this.history = new History({ db, store, queries, log })
    this.writing = new PostWriter({ store, queries, log, history: this.history })
    this.media = new Media({ db, store, assets: this.assets, history: this.history, now })
    this.batch = new Batch({ store, queries, log, history: this.history })
    this.replacing = new Replacing({ store, queries, history: this.history })
    this.tagging = new Tagging({ db, store, batch: this.batch, site: this.siteDocument })
    this.filters = new Filters({ store, site: this.siteDocument })
    this.ownWords = new OwnWords({ store, site: this.siteDocument })
    this.links = new Links({ db, store, queries, log })
    this.lists = new Lists(db, () => this.upkeep.catchUpIndex())
    this.trash = new Trash({ db, store, log })
    this.releases = new Releases({
      store,
      queries,
      log,
      history: this.history,
      following: (id, edit) => this.links.following(id, edit),
    })
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

  findMatches(pattern: TextPattern, limit: number) {
    return this.read(() => findInPosts(this.db, pattern, limit))
  }

  catchUpIndex(most: number) {
    return this.upkeep.catchUpIndex(most)
  }

  createPost(content: NewPost): Post {
    return this.writing.create(content)
  }

  setPost(id: PostId, fields: PostFields): Post {
    return this.links.following(id, () => this.writing.set(id, fields))
  }

  setBody(id: PostId, body: string): Post {
    return this.writing.setBody(id, body)
  }

  editPost(id: PostId, edit: (doc: Y.Doc) => void): Post {
    return this.links.following(id, () => this.writing.edit(id, edit))
  }

  trashPost(id: PostId): Post {
    return this.writing.trash(id)
  }

  restorePost(id: PostId): Post {
    return this.writing.restore(id)
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
    const checked = checkInput(siteSettingsSchema.partial(), settings)
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
    return this.links.following(id, () => {
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

  addDrawing(source: string, svg: string) {
    return this.store.write(() => addDrawing(this.assets, source, svg))
  }

  drawing(source: string) {
    return this.read(() => this.drawings.find(source))
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

function readOne(db: Database.Database, sql: string): string {
  const value = db.prepare<[], string>(sql).pluck().get()
  if (value === undefined)
    throw new Database.SqliteError('the library lacks a row that it was born with', 'SQLITE_CORRUPT')
  return value
}
