import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { PostId } from '../../document'
import type { LookStore } from '../media-looks'
import type { PostFacts } from './facts'
import { rendererVersion } from './fingerprints'
import type { LastExport } from './last-export'
import { CacheDamage, seal, unseal } from './seal'

/** A file that an export left in its folder, and what it was made of. */
export interface KnownFile {
  /** Empty where files of its kind are cheaper made than compared. */
  readonly fingerprint: string
  /** SHA-256 of its bytes, hex. */
  readonly hash: string
  readonly size: number
  /** As the file system tells it, in ms. */
  readonly modified: number
}

/**
 * What exports remember of earlier ones. Everything in it can be made anew; without it an export only takes longer.
 * What reads throws `CacheDamage` when something in it is not what was written.
 */
export interface SiteCache extends LookStore {
  facts(): ReadonlyMap<PostId, PostFacts>
  /** The ids on a post's page, as they were at its last rendering. */
  ids(id: PostId): string[]
  /** The files of the last export into a folder, by path. */
  files(out: string): ReadonlyMap<string, KnownFile>
  /** What the last export into a folder said. */
  lastExport(out: string): LastExport | undefined
  /** A post's text as feeds show it, if it was kept for this fingerprint. */
  content(id: PostId, fingerprint: string): string | undefined
  /** False when it could not be kept. */
  keepContent(id: PostId, fingerprint: string, html: string): boolean
  /** The posts related to each, if they were found last for the same key. */
  related(key: string): Map<PostId, PostId[]> | undefined
  keepRelated(key: string, related: ReadonlyMap<PostId, readonly PostId[]>): void
  /** Remembers an export that has ended. Never throws: what can't be kept is made again. */
  keep(export_: EndedExport): void
  close(): void
}

export interface EndedExport {
  readonly out: string
  readonly last: LastExport | undefined
  /** Files that are new or other than before. */
  readonly files: ReadonlyMap<string, KnownFile>
  readonly goneFiles: readonly string[]
  /** Facts that are new. */
  readonly facts: ReadonlyMap<PostId, PostFacts & { readonly ids: readonly string[] }>
  readonly gonePosts: readonly PostId[]
}

/** Goes up when the tables are other ones. */
const cacheFormat = 3

/** Texts are sealed: SQLite does not notice a changed bit. Of a file, whose hash and time must be right, it is noticed anyway. */
const schema = `
  CREATE TABLE related (key TEXT PRIMARY KEY, found TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE facts (id TEXT PRIMARY KEY, facts TEXT NOT NULL, ids TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE looks (hash TEXT PRIMARY KEY, look TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE contents (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, html TEXT NOT NULL);
  CREATE TABLE exports (out TEXT PRIMARY KEY, last TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE files (
    out TEXT NOT NULL, file TEXT NOT NULL, fingerprint TEXT NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL,
    modified REAL NOT NULL, PRIMARY KEY (out, file)
  ) WITHOUT ROWID;`

/**
 * The cache in a folder, made when there is none; one of another version, or that can't be read, is begun anew.
 * Undefined where none can be kept (a library on a disk that can't be written to).
 */
export function openSiteCache(folder: string): SiteCache | undefined {
  const path = fileIn(folder)
  try {
    mkdirSync(folder, { recursive: true })
    return open(path)
  } catch (error) {
    if (!(error instanceof Database.SqliteError) && !isSystemError(error)) throw error
    return undefined
  }
}

/** Removes what `openSiteCache` keeps in a folder; it must be closed. */
export function removeSiteCache(folder: string): void {
  rmSync(fileIn(folder), { force: true })
}

const fileIn = (folder: string) => join(folder, 'site.sqlite')

const isSystemError = (error: unknown) => error instanceof Error && 'code' in error

/** Nothing in it is worth a flush: what a power cut takes is made again. */
function open(path: string): SiteCache {
  for (const isLastTry of [false, true]) {
    let db: Database.Database | undefined
    try {
      db = new Database(path)
      db.pragma('journal_mode = MEMORY')
      db.pragma('synchronous = OFF')
      db.pragma('busy_timeout = 2000')
      prepare(db)
      return new StoredCache(db)
    } catch (error) {
      db?.close()
      if (isLastTry) throw error
      rmSync(path, { force: true })
    }
  }
  throw new Error('unreachable')
}

function prepare(db: Database.Database): void {
  const version = Number.parseInt(rendererVersion, 10) * 1000 + cacheFormat
  if (db.pragma('user_version', { simple: true }) === version) return
  db.transaction(() => {
    for (const table of ['facts', 'contents', 'files', 'exports', 'looks', 'related'])
      db.exec(`DROP TABLE IF EXISTS ${table}`)
    db.exec(schema)
    db.pragma(`user_version = ${version}`)
  }).immediate()
}

class StoredCache implements SiteCache {
  readonly #getContent
  readonly #putContent
  readonly #getLook
  readonly #putLook

  /** Something could not be kept: each further try would wait for as long. */
  #isLeft = false
  #facts: Map<PostId, PostFacts> | undefined
  #files: { readonly out: string; readonly files: Map<string, KnownFile> } | undefined

  constructor(private readonly db: Database.Database) {
    this.#getContent = db
      .prepare<[string, string], string>('SELECT html FROM contents WHERE id = ? AND fingerprint = ?')
      .pluck()
    this.#putContent = db.prepare('INSERT OR REPLACE INTO contents VALUES (?, ?, ?)')
    this.#getLook = db.prepare<[string], string>('SELECT look FROM looks WHERE hash = ?').pluck()
    this.#putLook = db.prepare('INSERT OR REPLACE INTO looks VALUES (?, ?)')
  }

  facts(): ReadonlyMap<PostId, PostFacts> {
    this.#facts ??= this.#readFacts()
    return this.#facts
  }

  #readFacts(): Map<PostId, PostFacts> {
    const rows = this.#read(() =>
      this.db.prepare<[], [PostId, string]>('SELECT id, facts FROM facts').raw().all(),
    )
    return new Map(rows.map(([id, facts]) => [id, JSON.parse(unseal(id, facts)) as PostFacts]))
  }

  ids(id: PostId): string[] {
    const read = this.db.prepare<[string], string>('SELECT ids FROM facts WHERE id = ?').pluck()
    const ids = this.#read(() => read.get(id))
    if (ids === undefined) throw new CacheDamage('the ids of a known post are missing')
    return JSON.parse(unseal(id, ids)) as string[]
  }

  files(out: string): ReadonlyMap<string, KnownFile> {
    if (this.#files?.out !== out) this.#files = { out, files: this.#readFiles(out) }
    return this.#files.files
  }

  #readFiles(out: string): Map<string, KnownFile> {
    const read = this.db
      .prepare<[string], [string, string, string, number, number]>(
        'SELECT file, fingerprint, hash, size, modified FROM files WHERE out = ?',
      )
      .raw()
    const rows = this.#read(() => read.all(out))
    return new Map(
      rows.map(([file, fingerprint, hash, size, modified]) => [file, { fingerprint, hash, size, modified }]),
    )
  }

  lastExport(out: string): LastExport | undefined {
    const read = this.db.prepare<[string], string>('SELECT last FROM exports WHERE out = ?').pluck()
    const last = this.#read(() => read.get(out))
    return last === undefined ? undefined : (JSON.parse(unseal(out, last)) as LastExport)
  }

  content(id: PostId, fingerprint: string): string | undefined {
    const html = this.#read(() => this.#getContent.get(id, fingerprint))
    return html === undefined ? undefined : unseal(id, html)
  }

  keepContent(id: PostId, fingerprint: string, html: string): boolean {
    return this.#orLeave(() => this.#putContent.run(id, fingerprint, seal(id, html)))
  }

  related(key: string): Map<PostId, PostId[]> | undefined {
    const read = this.db.prepare<[string], string>('SELECT found FROM related WHERE key = ?').pluck()
    const found = this.#read(() => read.get(key))
    return found === undefined ? undefined : new Map(JSON.parse(unseal(key, found)) as [PostId, PostId[]][])
  }

  keepRelated(key: string, related: ReadonlyMap<PostId, readonly PostId[]>): void {
    this.#orLeave(() => {
      this.db.exec('DELETE FROM related')
      this.db.prepare('INSERT INTO related VALUES (?, ?)').run(key, seal(key, JSON.stringify([...related])))
    })
  }

  look(hash: string): string | undefined {
    const look = this.#read(() => this.#getLook.get(hash))
    return look === undefined ? undefined : unseal(hash, look)
  }

  keepLook(hash: string, look: string): void {
    this.#orLeave(() => this.#putLook.run(hash, seal(hash, look)))
  }

  keep(ended: EndedExport): void {
    this.#isLeft = false
    this.#remember(ended)
    this.#orLeave(() => this.db.transaction(() => this.#write(ended)).immediate())
  }

  /** What was read before is kept up to date; another process's export is found by what its files look like. */
  #remember({ out, files, goneFiles, facts, gonePosts }: EndedExport): void {
    for (const [id, { ids: _ids, ...known }] of facts) this.#facts?.set(id, known)
    for (const id of gonePosts) this.#facts?.delete(id)
    if (this.#files?.out !== out) return
    for (const [file, known] of files) this.#files.files.set(file, known)
    for (const file of goneFiles) this.#files.files.delete(file)
  }

  #read<Answer>(read: () => Answer): Answer {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
      throw new CacheDamage('what was remembered can’t be read', { cause: error })
    }
  }

  #orLeave(write: () => void): boolean {
    if (this.#isLeft) return false
    try {
      write()
      return true
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
      this.#isLeft = true
      return false
    }
  }

  #write({ out, last, files, goneFiles, facts, gonePosts }: EndedExport): void {
    if (last === undefined) this.db.prepare('DELETE FROM exports WHERE out = ?').run(out)
    else {
      const put = this.db.prepare('INSERT OR REPLACE INTO exports VALUES (?, ?)')
      put.run(out, seal(out, JSON.stringify(last)))
    }
    const file = this.db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)')
    for (const [path, { fingerprint, hash, size, modified }] of files)
      file.run(out, path, fingerprint, hash, size, modified)
    const noFile = this.db.prepare('DELETE FROM files WHERE out = ? AND file = ?')
    for (const path of goneFiles) noFile.run(out, path)
    const fact = this.db.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?, ?)')
    for (const [id, { ids, ...known }] of facts)
      fact.run(id, seal(id, JSON.stringify(known)), seal(id, JSON.stringify(ids)))
    for (const table of ['facts', 'contents']) {
      const forget = this.db.prepare(`DELETE FROM ${table} WHERE id = ?`)
      for (const id of gonePosts) forget.run(id)
    }
  }

  close(): void {
    this.db.close()
  }
}
