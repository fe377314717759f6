import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import {
  countWords,
  documentAt,
  LonghandError,
  newId,
  type PostContent,
  type PostId,
  readPost,
  takeSnapshot,
} from '../document'
import type { DocumentStore } from './document-store'
import type { Live } from './live-documents'
import type { Queries } from './queries'
import { writeFace } from './releases'
import type { UpdateLog } from './update-log'

/** A pause after which writing again is another session: the state before it becomes a version. */
const sessionPauseMs = 10 * 60_000
/** One who writes without such a pause gets a version so often. */
const longSessionMs = 60 * 60_000

export type VersionKind = 'session' | 'named' | 'restore' | 'release'

/** An earlier state of a post. `restore` is what was there before one, `release` what was given to the site. */
export interface Version {
  readonly id: string
  /** When it was written, epoch ms. */
  readonly at: number
  readonly device: string
  readonly kind: VersionKind
  readonly name: string | null
  readonly words: number
}

/** A version by its id; the present state; what the site shows. */
export type VersionReference = string | 'now' | 'released'

export interface VersionRow extends Version {
  readonly draft: PostId
  readonly seq: number
  readonly snapshot: Uint8Array
}

/** A version and the hash that shows that it is what it was. */
export type StoredVersion = VersionRow & { readonly hash: Buffer }

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly queries: Queries
  readonly log: UpdateLog
}

/** The past of posts. A version is a Yjs snapshot: small, since the document itself keeps all that was written. */
export class History {
  private readonly insert
  private readonly update
  private readonly all
  private readonly one
  private readonly latest

  constructor(private readonly parts: Parts) {
    const { db } = parts
    this.insert = db.prepare<[VersionRow & { hash: Buffer }]>(
      `INSERT INTO versions (id, draft, seq, at, device, kind, name, words, snapshot, hash)
       VALUES (@id, @draft, @seq, @at, @device, @kind, @name, @words, @snapshot, @hash)`,
    )
    this.update = db.prepare<[VersionKind, string | null, Buffer, string]>(
      'UPDATE versions SET kind = ?, name = ?, hash = ? WHERE id = ?',
    )
    const columns = 'id, at, device, kind, name, words'
    this.all = db.prepare<[string], Version>(
      `SELECT ${columns} FROM versions WHERE draft = ? ORDER BY at DESC, id DESC`,
    )
    this.one = db.prepare<[string, string], VersionRow>(
      `SELECT ${columns}, draft, seq, snapshot FROM versions WHERE draft = ? AND id = ?`,
    )
    this.latest = db.prepare<[string], VersionRow>(
      `SELECT ${columns}, draft, seq, snapshot FROM versions WHERE draft = ? ORDER BY seq DESC, id DESC LIMIT 1`,
    )
  }

  /** Every version of a post, newest first. Throws `not-found`. */
  list(id: PostId): Version[] {
    this.parts.queries.mustFind(id)
    return this.all.all(id).map((row) => ({ ...row }))
  }

  /** When, by which device and how long the present state was written; its id is empty. Throws `not-found`. */
  now(id: PostId): Omit<Version, 'kind'> {
    const { words } = this.parts.queries.mustFind(id)
    const { at, device } = this.parts.log.head(id)
    return { id: '', at, device, name: null, words }
  }

  /** The post as it was. Throws `not-found` for a post or a version that isn't there. */
  read(id: PostId, version: VersionReference): PostContent {
    this.parts.queries.mustFind(id)
    const { doc } = this.parts.store.read(id)
    const now = readPost(doc)
    if (version === 'now') return now
    if (version === 'released') {
      // A draft keeps what it was released as, but nobody sees it.
      const release = now.status === 'published' ? now.release : null
      return release ? readPost(documentAt(doc, release.snapshot)) : now
    }
    return readPost(documentAt(doc, this.mustFind(id, version).snapshot))
  }

  /** Makes the present state a named version; one that was made of it already gets the name. */
  mark(id: PostId, name: string | null = null): Version {
    const { store, queries } = this.parts
    return store.write(() => {
      queries.mustFind(id)
      return this.record(id, 'named', name)
    })
  }

  /** Names a version, or takes its name. Throws `not-found`. */
  rename(id: PostId, version: string, name: string | null): Version {
    return this.parts.store.write(() => this.change(this.mustFind(id, version), 'named', name))
  }

  /**
   * Makes the post read as it did: an edit like any other, which can be undone by restoring the version that
   * is made before it. Throws `not-found`.
   */
  restore(id: PostId, version: VersionReference): { before: Version } {
    const { store, queries } = this.parts
    return store.write(() => {
      queries.mustFind(id)
      const content = this.read(id, version)
      const before = this.record(id, 'restore', null)
      store.edit(id, (doc) => writeFace(doc, content))
      return { before }
    })
  }

  /** Keeps the present state as a version, unless one was made of it already. Throws `not-found`. */
  keep(id: PostId): void {
    const { store, queries } = this.parts
    store.write(() => {
      queries.mustFind(id)
      this.record(id, 'session', null)
    })
  }

  /** Makes a version of the present state, unless the newest is of it already. Call it inside `write`. */
  record(id: PostId, kind: VersionKind, name: string | null): Version {
    const live = this.parts.store.read(id)
    const latest = this.latest.get(id)
    if (latest?.seq !== live.seq) return this.insertVersion(id, live, kind, name)
    const isWorthMore = kind === 'named' || (kind === 'release' && latest.kind !== 'named')
    return isWorthMore ? this.change(latest, kind, name ?? latest.name) : publicPart(latest)
  }

  /** Keeps the state before an edit that begins another session of writing. Call it inside `write`. */
  beforeEdit(id: PostId, live: Live): void {
    const { log } = this.parts
    const head = log.head(id)
    const { at } = log.stamp()
    const latest = this.latest.get(id)
    if (latest?.seq === live.seq) return
    const since = latest?.at ?? log.first(id)
    if (at - head.at >= sessionPauseMs || at - since >= longSessionMs)
      this.insertVersion(id, live, 'session', null)
  }

  /** Sentences for every version that is damaged. */
  problems(id: PostId): string[] {
    return this.all.all(id).flatMap(({ id: version }) => {
      const row = this.one.get(id, version)
      const hash = this.storedHash(version)
      return row && hash?.equals(hashOf(row)) ? [] : [`version ${version} of post ${id} is damaged`]
    })
  }

  private insertVersion(id: PostId, live: Live, kind: VersionKind, name: string | null): Version {
    const { at, device } = this.parts.log.head(id)
    const row: VersionRow = {
      id: newId<PostId>(),
      draft: id,
      seq: live.seq,
      at,
      device,
      kind,
      name,
      words: countWords(readPost(live.doc).body),
      snapshot: takeSnapshot(live.doc),
    }
    this.insert.run({ ...row, hash: hashOf(row) })
    return publicPart(row)
  }

  private change(row: VersionRow, kind: VersionKind, name: string | null): Version {
    const next = { ...row, kind, name }
    this.update.run(kind, name, hashOf(next), row.id)
    return publicPart(next)
  }

  private mustFind(id: PostId, version: string): VersionRow {
    const row = this.one.get(id, version)
    if (row === undefined) throw new LonghandError('not-found', 'There is no such version of this post.')
    return row
  }

  private storedHash(version: string): Buffer | undefined {
    return this.parts.db
      .prepare<[string], Buffer>('SELECT hash FROM versions WHERE id = ?')
      .pluck()
      .get(version)
  }
}

function publicPart({ id, at, device, kind, name, words }: VersionRow): Version {
  return { id, at, device, kind, name, words }
}

/** SHA-256 over everything that the row says: SQLite does not notice a changed bit. */
export function hashOf({ id, draft, seq, at, device, kind, name, words, snapshot }: VersionRow): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([id, draft, seq, at, device, kind, name, words]))
    .update(snapshot)
    .digest()
}
