import type Database from 'better-sqlite3'
import type { PostId } from '../document'

/** More than this is not worth keeping: a desk is a convenience, and it is written again and again. */
export const maxDeskBytes = 4 * 1024 * 1024

interface Parts {
  readonly db: Database.Database
  readonly write: <Result>(work: () => Result) => Result
  readonly now: () => number
}

/**
 * Where the writer was in each post, on this device: the cursor, what is on screen, what can be undone. Bytes
 * of the screen's own making, which it alone reads; they are no content, and losing them loses no work.
 */
export class Desks {
  private readonly one
  private readonly put

  constructor(private readonly parts: Parts) {
    this.one = parts.db.prepare<[string], Uint8Array>('SELECT state FROM desks WHERE post = ?').pluck()
    this.put = parts.db.prepare<[{ post: PostId; at: number; state: Uint8Array }]>(
      // A post that is gone meanwhile has no desk.
      `INSERT INTO desks (post, at, state) SELECT id, @at, @state FROM documents WHERE id = @post
       ON CONFLICT (post) DO UPDATE SET at = excluded.at, state = excluded.state`,
    )
  }

  /** The state that was saved last; undefined when there is none. */
  read(id: PostId): Uint8Array | undefined {
    return this.one.get(id)
  }

  save(id: PostId, state: Uint8Array): void {
    this.parts.write(() => this.put.run({ post: id, at: this.parts.now(), state }))
  }
}
