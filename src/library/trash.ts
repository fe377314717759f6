import type Database from 'better-sqlite3'
import type { PostId } from '../document'
import type { DocumentStore } from './document-store'
import type { UpdateLog } from './update-log'

/** How long a post stays in the trash before it is deleted for good. */
const trashDays = 30
const dayMs = 24 * 60 * 60_000

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly log: UpdateLog
}

/** Deletes what is in the trash for good. Backups still have it. */
export class Trash {
  private readonly old
  private readonly steps
  private readonly note
  private readonly restoredAt

  constructor(private readonly parts: Parts) {
    const { db } = parts
    this.old = db.prepare<[number], PostId>('SELECT id FROM posts WHERE trashed_at <= ?').pluck()
    this.steps = [
      'DELETE FROM search WHERE rowid = (SELECT number FROM posts WHERE id = ?)',
      'DELETE FROM unindexed WHERE number = (SELECT number FROM posts WHERE id = ?)',
      'DELETE FROM posts WHERE id = ?',
      'DELETE FROM imports WHERE post = ?',
      'DELETE FROM desks WHERE post = ?',
      'DELETE FROM versions WHERE draft = ?',
      'DELETE FROM updates WHERE draft = ?',
      'DELETE FROM documents WHERE id = ?',
    ].map((sql) => db.prepare<[string]>(sql))
    this.restoredAt = db.prepare<[], string>("SELECT value FROM local WHERE name = 'restored_at'").pluck()
    this.note = db.prepare<[string, number, string]>('INSERT INTO purged (id, at, device) VALUES (?, ?, ?)')
  }

  /** Deletes everything in the trash. Returns how many posts that were. */
  empty(): number {
    return this.delete(Number.MAX_SAFE_INTEGER)
  }

  /** Deletes what has been in the trash for 30 days. */
  emptyOld(): number {
    const { at } = this.parts.log.stamp()
    // A backup brings posts back that have been in the trash for long: they are there anew.
    const restoredAt = Number(this.restoredAt.get() ?? 0)
    return at - restoredAt < trashDays * dayMs ? 0 : this.delete(at - trashDays * dayMs)
  }

  private delete(upTo: number): number {
    const { store, log } = this.parts
    if (this.old.all(upTo).length === 0) return 0
    return store.write(() => {
      const ids = this.old.all(upTo)
      for (const id of ids) {
        for (const step of this.steps) step.run(id)
        const { at, device } = log.stamp()
        this.note.run(id, at, device)
        store.forget(id)
      }
      return ids.length
    })
  }
}
