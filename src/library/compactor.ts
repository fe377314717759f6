import type Database from 'better-sqlite3'
import type { DocumentStore } from './document-store'

/** How long after a commit the log is looked at; whoever types commits again before that. */
const restMs = 3000
/** Pages of the file that are given back to the disk at once, 4 KiB each. */
const pagesAtOnce = 2000

/** Makes long logs short while nothing else is to be done, and when the library is closed. */
export class Compactor {
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly db: Database.Database,
    private readonly store: DocumentStore,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Call it after each commit; cheap. */
  notice(): void {
    clearTimeout(this.timer)
    if (this.store.due().length === 0) return
    this.timer = setTimeout(() => this.run(), restMs)
    this.timer.unref()
  }

  /** Makes every long log short now. What can't be made short (a full disk) stays as it is, and works. */
  run(): void {
    clearTimeout(this.timer)
    try {
      const due = this.store.due()
      for (const id of due) this.store.compact(id)
      if (due.length > 0) this.db.pragma(`incremental_vacuum(${pagesAtOnce})`)
    } catch (error) {
      this.onTrouble(error)
    }
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}
