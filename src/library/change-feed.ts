import Database from 'better-sqlite3'
import type { PostId } from '../document'
import type { LibraryChange } from './library'
import type { UpdateLog } from './update-log'

/** How often another process's commits are looked for; one `PRAGMA data_version` costs microseconds. */
const pollMs = 150

/** Tells listeners which documents changed, whoever committed. Polls only while somebody listens. */
export class ChangeFeed {
  private readonly listeners = new Set<(change: LibraryChange) => void>()
  private readonly purgedCount
  private readonly purgedLast
  private purged: number
  private position: number
  private version: number
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly db: Database.Database,
    private readonly log: UpdateLog,
  ) {
    this.purgedCount = db.prepare<[], number>('SELECT count(*) FROM purged').pluck()
    this.purgedLast = db
      .prepare<[number], PostId>('SELECT id FROM purged ORDER BY at DESC, id DESC LIMIT ?')
      .pluck()
    this.purged = this.purgedCount.get() ?? 0
    this.position = log.changesSince(0).position
    this.version = this.dataVersion()
  }

  listen(listener: (change: LibraryChange) => void): () => void {
    if (this.listeners.size === 0) this.position = this.log.changesSince(this.position).position
    this.listeners.add(listener)
    this.timer ??= setInterval(() => this.poll(), pollMs)
    this.timer.unref()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.stop()
    }
  }

  /** Call after a commit of this process. */
  announce(): void {
    if (this.listeners.size === 0) return
    const { documents: edited, position } = this.log.changesSince(this.position)
    this.position = position
    const documents = [...edited, ...this.newlyPurged()]
    if (documents.length > 0) for (const listener of [...this.listeners]) listener({ documents })
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }

  /** Posts that were deleted for good leave no update behind. */
  private newlyPurged(): PostId[] {
    const before = this.purged
    this.purged = this.purgedCount.get() ?? 0
    return this.purged > before ? this.purgedLast.all(this.purged - before) : []
  }

  /** A file that can't be read now (a drive that was pulled) is looked at again; who needs it meanwhile is told. */
  private poll(): void {
    try {
      const version = this.dataVersion()
      if (version === this.version) return
      this.announce()
      this.version = version
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
    }
  }

  private dataVersion(): number {
    return this.db.pragma('data_version', { simple: true }) as number
  }
}
