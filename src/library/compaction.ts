import * as Y from 'yjs'
import { LonghandError, openDocument } from '../document'
import type { DocumentId, UpdateLog } from './update-log'

/** Rows that a document's log may have before they are made one: reading so many takes a few milliseconds. */
const longLog = 500

export function isDue(rows: number): boolean {
  return rows > longLog
}

/**
 * Replaces the rows of a document by one that holds it whole, with everything that was ever deleted, so that
 * every version can still be read. The row is read back first, and must give the same document: same text,
 * state vector and deletions. Call it inside a transaction; it ends with all rows or with one.
 * @param doc the document as the log has it
 * @returns false, and nothing is done, when the document waits for pieces of another device
 * Throws `io` when what was read back differs; the rows then stay.
 */
export function compact(log: UpdateLog, id: DocumentId, doc: Y.Doc): boolean {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return false
  const bytes = Y.encodeStateAsUpdateV2(doc)
  const copy = openDocument(id)
  Y.applyUpdateV2(copy, bytes)
  if (!isEqual(doc, copy))
    throw new LonghandError(
      'io',
      `The log of document ${id} could not be made shorter. It was left as it is.`,
    )
  copy.destroy()
  log.replaceAll(id, bytes)
  return true
}

function isEqual(a: Y.Doc, b: Y.Doc): boolean {
  const hasSameTexts = ['title', 'summary', 'body'].every(
    (name) => a.getText(name).toString() === b.getText(name).toString(),
  )
  return hasSameTexts && Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b))
}
