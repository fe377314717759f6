import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { mergeEdits } from './merge-edits'

describe('many edits as one update', () => {
  it.each([3, 2000])('says what %i edits said, on top of what was there', (count) => {
    const doc = new Y.Doc({ gc: false })
    const body = doc.getText('body')
    body.insert(0, 'before ')
    const library = new Y.Doc({ gc: false })
    Y.applyUpdate(library, Y.encodeStateAsUpdate(doc))
    const writer = new Y.Doc({ gc: false })
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(library))
    const updates: Uint8Array[] = []
    writer.on('update', (update: Uint8Array) => updates.push(update))
    const text = writer.getText('body')
    for (let n = 0; n < count; n++) {
      if (n % 5 === 4) text.delete(n % text.length, 1)
      else text.insert((n * 7) % text.length, 'x')
    }
    Y.applyUpdate(library, mergeEdits(writer, updates))
    expect(library.getText('body').toString()).toBe(text.toString())
    expect(library.store.pendingStructs).toBeNull()
  })
})
