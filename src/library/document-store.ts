import type Database from 'better-sqlite3'
import * as Y from 'yjs'
import { LonghandError, openDocument, type PostId } from '../document'
import { compact, isDue } from './compaction'
import type { OpenedDraft } from './library'
import { type Live, LiveDocuments } from './live-documents'
import { Projection } from './projection'
import { replay } from './replay'
import { SearchIndex } from './search/search-index'
import { storageError } from './storage-error'
import type { DocumentId, UpdateLog } from './update-log'

interface Parts {
  readonly db: Database.Database
  readonly path: string
  readonly log: UpdateLog
  /** Called after each outermost commit. */
  readonly onCommit: () => void
  /** Called inside the transaction, before an edit of a post that has a past. */
  readonly beforeEdit?: (id: PostId, live: Live) => void
}

/**
 * The only writer of documents: an update reaches the log and the projection in one transaction, or
 * neither. A document in memory that a failed transaction touched is dropped and read again.
 */
export class DocumentStore {
  private readonly live: LiveDocuments
  private readonly projection: Projection
  private readonly index: SearchIndex
  private readonly insert
  private readonly kindOf

  constructor(private readonly parts: Parts) {
    const { db, log } = parts
    this.live = new LiveDocuments(log)
    this.index = new SearchIndex(db)
    this.projection = new Projection(db, this.index)
    this.insert = db.prepare<[string, string]>('INSERT INTO documents (id, kind) VALUES (?, ?)')
    this.kindOf = db.prepare<[string], string>('SELECT kind FROM documents WHERE id = ?').pluck()
  }

  /** Runs `work` in a transaction (`BEGIN IMMEDIATE`; a savepoint when already inside one). */
  write<Result>(work: () => Result): Result {
    const { db, path, onCommit } = this.parts
    const isOutermost = !db.inTransaction
    let result: Result
    try {
      result = isOutermost ? db.transaction(work).immediate() : db.transaction(work)()
    } catch (error) {
      this.live.clear()
      throw storageError(error, path)
    }
    if (isOutermost) onCommit()
    return result
  }

  /** Logs the birth of a post. Call it inside `write`. */
  create(id: PostId, doc: Y.Doc): void {
    this.insert.run(id, 'post')
    this.commit(id, doc, Y.encodeStateAsUpdate(doc))
  }

  open(id: DocumentId): OpenedDraft {
    const { doc, seq } = this.live.get(id)
    return { state: Y.encodeStateAsUpdate(doc), seq }
  }

  /** The document as it is now, to read. */
  read(id: DocumentId): Live {
    return this.live.get(id)
  }

  /** Logs what `edit` changes as one update, and nothing when it changes nothing. Call it inside `write`. */
  edit(id: DocumentId, edit: (doc: Y.Doc) => void): void {
    const live = this.live.get(id)
    this.noticeEdit(id, live)
    const updates: Uint8Array[] = []
    const keep = (update: Uint8Array) => updates.push(update)
    live.doc.on('update', keep)
    try {
      live.doc.transact(() => edit(live.doc))
    } finally {
      live.doc.off('update', keep)
    }
    if (updates.length > 0) this.commitLive(id, live, Y.mergeUpdates(updates))
  }

  /** Logs an update made elsewhere, unless it adds nothing. Call it inside `write`. */
  append(id: DocumentId, update: Uint8Array): { seq: number } {
    const live = this.live.get(id)
    this.noticeEdit(id, live)
    if (addsTo(live.doc, update)) this.commitLive(id, live, update)
    return { seq: live.seq }
  }

  /** Empties every table that can be rebuilt. Call it inside `write`. */
  dropProjection(): void {
    this.projection.drop()
  }

  /** Builds what the tables say of one post anew. */
  projectAnew(id: PostId): void {
    this.write(() => this.projection.rewritePost(id, this.live.get(id).doc, this.parts.log.head(id).at))
  }

  rebuildProjection(): void {
    this.write(() => {
      this.projection.drop()
      const ids = this.parts.db.prepare<[], DocumentId>('SELECT id FROM documents ORDER BY id').pluck().all()
      for (const id of ids) {
        const doc = openDocument(id)
        replay(doc, this.parts.log.updatesAfter(id, 0))
        this.project(id, doc, this.parts.log.head(id).at)
      }
      this.index.catchUp()
    })
  }

  /**
   * Puts one row in place of the many that hold a document, losing no history. Returns false when there is
   * nothing to gain or the document waits for pieces of another device.
   */
  compact(id: DocumentId): boolean {
    return this.write(() => {
      const live = this.live.get(id)
      const isDone = live.rows > 1 && compact(this.parts.log, id, live.doc)
      if (isDone) live.rows = 1
      return isDone
    })
  }

  /** Documents in memory whose log has grown long. */
  due(): DocumentId[] {
    return this.live.filter(isDue)
  }

  /** Brings the search index up to what the posts say, or up to `most` of them. False when more are to be done. */
  catchUpIndex(most?: number): boolean {
    if (this.index.isBehind()) this.write(() => this.index.catchUp(most))
    return most === undefined || !this.index.isBehind()
  }

  /** Drops a document that is deleted for good from memory. */
  forget(id: DocumentId): void {
    this.live.forget(id)
  }

  close(): void {
    this.live.clear()
  }

  private noticeEdit(id: DocumentId, live: Live): void {
    if (live.seq > 0 && this.kindOf.get(id) === 'post') this.parts.beforeEdit?.(id as PostId, live)
  }

  private commitLive(id: DocumentId, live: Live, update: Uint8Array): void {
    live.seq = this.commit(id, live.doc, update)
    live.rows++
  }

  private commit(id: DocumentId, doc: Y.Doc, update: Uint8Array): number {
    const { seq, at } = this.parts.log.append(id, update)
    this.project(id, doc, at)
    return seq
  }

  private project(id: DocumentId, doc: Y.Doc, editedAt: number): void {
    if (this.kindOf.get(id) === 'site') this.projection.writeSite(doc)
    else this.projection.writePost(id as PostId, doc, editedAt)
  }
}

/**
 * Applies `update` and tells whether it brought anything: new content, or pieces that wait for others.
 * Throws `bad-input` for bytes that are no update.
 */
function addsTo(doc: Y.Doc, update: Uint8Array): boolean {
  let hasChanged = false
  const notice = () => {
    hasChanged = true
  }
  doc.on('update', notice)
  try {
    Y.applyUpdate(doc, update)
  } catch (error) {
    throw new LonghandError('bad-input', 'The edit could not be read. Nothing was changed.', { cause: error })
  } finally {
    doc.off('update', notice)
  }
  return hasChanged || doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}
