import * as Y from 'yjs'

/** The Yjs update that types `text` at the start of a body. */
export function typing(state: Uint8Array, text: string): Uint8Array {
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, state)
  const before = Y.encodeStateVector(doc)
  doc.getText('body').insert(0, text)
  return Y.encodeStateAsUpdate(doc, before)
}
