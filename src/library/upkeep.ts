import type Database from 'better-sqlite3'
import type { DocumentStore } from './document-store'

/** How long after the first edit its words can be found; a search does not wait for it. */
const indexAfterMs = 1000
/** Posts that are indexed at once, some 10 ms with their commit. */
export const indexedAtOnce = 8
/** How long after a commit long logs are looked for; whoever types commits again before that. */
const compactAfterMs = 3000
/** Pages of the file that are given back to the disk at once, 4 KiB each. */
const pagesAtOnce = 2000

/** What is done in a quiet moment, and when the library is closed: the search index, and logs that grew long. */
export class Upkeep {
  private indexing: NodeJS.Timeout | undefined
  private compacting: NodeJS.Timeout | undefined

  constructor(
    private readonly db: Database.Database,
    private readonly store: DocumentStore,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Call it after each commit; cheap. */
  notice(): void {
    this.indexing ??= setTimeout(() => this.index(), indexAfterMs).unref()
    clearTimeout(this.compacting)
    this.compacting = setTimeout(() => this.try(() => this.compact()), compactAfterMs).unref()
  }

  /** Does now whatever is to be done, and nothing any more after that. */
  finish(): void {
    clearTimeout(this.indexing)
    clearTimeout(this.compacting)
    this.catchUpIndex()
    this.try(() => this.compact())
    clearTimeout(this.indexing)
    clearTimeout(this.compacting)
  }

  /**
   * Brings the search index up, or `most` more posts of it. False when more are to be done. On a full disk it stays
   * behind, and a search finds what was indexed.
   */
  catchUpIndex(most?: number): boolean {
    let isDone = true
    this.try(() => {
      isDone = this.store.catchUpIndex(most)
    })
    return isDone
  }

  /** A little at a time: after a change to hundreds of posts, input has its turn between them. */
  private index(): void {
    const isDone = this.catchUpIndex(indexedAtOnce)
    clearTimeout(this.indexing)
    this.indexing = isDone ? undefined : setTimeout(() => this.index(), 0).unref()
  }

  private compact(): void {
    const due = this.store.due()
    for (const id of due) this.store.compact(id)
    if (due.length > 0) this.db.pragma(`incremental_vacuum(${pagesAtOnce})`)
  }

  /** What can't be done (a full disk) is left as it was, works as it is, and is tried again later. */
  private try(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.onTrouble(error)
    }
  }
}
