import type * as Y from 'yjs'
import { openDocument } from '../document'
import { replay } from './replay'
import type { DocumentId, UpdateLog } from './update-log'

/** A document in memory, the number of the last update in it, and how many rows of the log hold it. */
export interface Live {
  readonly doc: Y.Doc
  seq: number
  rows: number
}

/** Documents in memory at once: an editor's few windows and the post a command works on. */
const capacity = 16

/**
 * The documents that are being edited, kept in memory so that an update costs its own size and not the
 * length of the past. Each is brought up to the log before use, so another process's commits are in it.
 */
export class LiveDocuments {
  private readonly live = new Map<DocumentId, Live>()
  private device: string | undefined

  constructor(private readonly log: UpdateLog) {}

  /** The document as the log has it now. Throws `corrupt-library` when an update can't be read. */
  get(id: DocumentId): Live {
    const device = this.log.device()
    if (device !== this.device) this.clear()
    this.device = device
    const entry = this.live.get(id) ?? { doc: openDocument(id), seq: 0, rows: 0 }
    this.live.delete(id)
    const updates = this.log.updatesAfter(id, entry.seq)
    entry.seq = replay(entry.doc, updates, entry.seq)
    entry.rows += updates.length
    this.live.set(id, entry)
    for (const oldest of this.live.keys()) {
      if (this.live.size <= capacity) break
      this.forget(oldest)
    }
    return entry
  }

  /** Those in memory whose rows answer to `test`. */
  filter(test: (rows: number) => boolean): DocumentId[] {
    return [...this.live].filter(([, { rows }]) => test(rows)).map(([id]) => id)
  }

  /** Drops a document, for instance because a write that touched it failed. */
  forget(id: DocumentId): void {
    this.live.get(id)?.doc.destroy()
    this.live.delete(id)
  }

  clear(): void {
    for (const id of [...this.live.keys()]) this.forget(id)
  }
}
