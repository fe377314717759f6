import * as Y from 'yjs'
import { openDocument, type PostId } from '../../document'
import type { Clock } from '../app/clock'
import { keepListening } from '../app/keep-listening'
import { type DeskPlace, restoreDesk } from './desk-state'
import { DraftOutbox } from './draft-outbox'
import { mergeEdits } from './merge-edits'
import { splitUpdate } from './split-update'
import { TextUndo } from './text-undo'

/** What a session needs of the library. */
interface DraftCalls {
  open(id: PostId): Promise<{ state: Uint8Array; seq: number }>
  append(id: PostId, update: Uint8Array): Promise<unknown>
  /** Where the writer was, as `encodeDesk` said; null when nothing is kept. */
  desk(id: PostId): Promise<Uint8Array | null>
  changes(
    id: PostId,
    after: number,
    signal: AbortSignal,
  ): Promise<AsyncIterable<{ seq: number; update: Uint8Array }>>
}

export interface SessionOptions {
  readonly calls: DraftCalls
  readonly clock: Clock
  readonly explain: (error: unknown) => string
  readonly onReconnect: (listener: () => void) => () => void
}

/** The origin of transactions that came from the library, which therefore need no sending. */
const fromLibrary = Symbol('from the library')

/** An open post: its document, its undo history, and the way of its edits to the library and back. */
export interface DraftSession {
  readonly id: PostId
  readonly doc: Y.Doc
  readonly body: Y.Text
  /** Undoes this writer's own edits of the text, never another's. */
  readonly undo: Y.UndoManager
  readonly outbox: DraftOutbox
  /** Where the writer was when the post was open last. */
  readonly place: DeskPlace | undefined
  close(): void
}

/** Opens a post's document and keeps it and the library equal until `close`. */
export async function openSession(id: PostId, options: SessionOptions): Promise<DraftSession> {
  const { calls, clock, explain, onReconnect } = options
  const doc = openDocument(id)
  const [opened, desk] = await Promise.all([calls.open(id), readDesk(id, calls)])
  Y.applyUpdate(doc, opened.state, fromLibrary)

  const outbox = new DraftOutbox({
    append: (update) => calls.append(id, update),
    merge: (updates) => mergeEdits(doc, updates),
    split: splitUpdate,
    explain,
    clock,
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromLibrary) outbox.add(update)
  })
  const stopRetrying = onReconnect(() => void outbox.flush())

  const listening = new AbortController()
  let after = opened.seq
  void keepListening({
    open: (signal) => calls.changes(id, after, signal),
    onItem: ({ seq, update }) => {
      Y.applyUpdate(doc, update, fromLibrary)
      after = Math.max(after, seq)
    },
    signal: listening.signal,
    clock,
    onReconnect,
  })

  const body = doc.getText('body')
  const undo = new TextUndo(body, { trackedOrigins: new Set() })
  const place = desk === null ? undefined : restoreDesk({ doc, body, undo }, desk)
  return {
    id,
    doc,
    body,
    undo,
    outbox,
    place,
    close() {
      listening.abort()
      stopRetrying()
      undo.destroy()
      doc.destroy()
    },
  }
}

/** A post is opened at its beginning rather than not at all. */
async function readDesk(id: PostId, calls: DraftCalls): Promise<Uint8Array | null> {
  try {
    return await calls.desk(id)
  } catch (error) {
    console.warn('Where you were in this post could not be read.', error)
    return null
  }
}
