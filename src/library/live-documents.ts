import * as Y from 'yjs'
import { LonghandError, openDocument } from '../document'
import type { DocumentId, UpdateLog } from './update-log'

interface Live {
  readonly doc: Y.Doc
  seq: number
}

/** Documents in memory at once: an editor's few windows and the post a command works on. */
const capacity = 16

/**
 * The documents that are being edited, kept in memory so that an update costs its own size and not the
 * length of the past. Each is brought up to the log before use, so another process's commits are in it.
 */
export class LiveDocuments {
  private readonly live = new Map<DocumentId, Live>()

  constructor(private readonly log: UpdateLog) {}

  /** The document as the log has it now. Throws `corrupt-library` when an update can't be read. */
  get(id: DocumentId): Live {
    const entry = this.live.get(id) ?? { doc: openDocument(id), seq: 0 }
    this.live.delete(id)
    for (const { seq, bytes } of this.log.updatesAfter(id, entry.seq)) {
      try {
        Y.applyUpdate(entry.doc, bytes)
      } catch (error) {
        throw new LonghandError(
          'corrupt-library',
          `Update ${seq} of document ${id} is damaged. Nothing was changed; restore a backup to bring it back.`,
          { cause: error },
        )
      }
      entry.seq = seq
    }
    this.live.set(id, entry)
    for (const oldest of this.live.keys()) {
      if (this.live.size <= capacity) break
      this.forget(oldest)
    }
    return entry
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
