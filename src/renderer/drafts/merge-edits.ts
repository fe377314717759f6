import * as Y from 'yjs'

/** Above this many updates, what the document knows is faster to encode than the updates are to merge. */
const fewUpdates = 500

/**
 * One update that says at least what `updates` say, which the writer made in `doc` one after the other. While
 * the library can't save, thousands of letters wait: merging 10,000 takes a second in which nobody can type,
 * reading them out of the document a few milliseconds.
 */
export function mergeEdits(doc: Y.Doc, updates: Uint8Array[]): Uint8Array {
  if (updates.length <= fewUpdates) return Y.mergeUpdates(updates)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const update of updates) {
    for (const [client, clock] of Y.parseUpdateMeta(update).from)
      known.set(client, Math.min(clock, known.get(client) ?? clock))
  }
  return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
}
