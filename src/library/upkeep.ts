import type Database from 'better-sqlite3'
import type { DocumentStore } from './document-store'

/** How long after the first edit its words can be found; a search does not wait for it. */
const indexAfterMs = 1000
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
    this.indexing ??= setTimeout(() => {
      this.indexing = undefined
      this.try(() => this.store.catchUpIndex())
    }, indexAfterMs).unref()
    clearTimeout(this.compacting)
    this.compacting = setTimeout(() => this.try(() => this.compact()), compactAfterMs).unref()
  }

  /** Does now whatever is to be done, and nothing any more after that. */
  finish(): void {
    clearTimeout(this.indexing)
    clearTimeout(this.compacting)
    this.try(() => this.store.catchUpIndex())
    this.try(() => this.compact())
    clearTimeout(this.indexing)
    clearTimeout(this.compacting)
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
