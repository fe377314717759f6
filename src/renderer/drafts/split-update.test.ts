import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { randomCases } from '../../random-cases'
import { splitUpdate } from './split-update'

/** What a document with these updates says, and all that it knows. */
function apply(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  return { text: doc.getText('body').toString(), state: Y.encodeStateAsUpdate(doc), doc }
}

describe('an update that is cut', () => {
  it('is left whole while it fits', () => {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'short')
    const update = Y.encodeStateAsUpdate(doc)
    expect(splitUpdate(update, 1000)).toEqual([update])
  })

  it('says one long paste in pieces that fit', () => {
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'é€😀x'.repeat(300_000))
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc), 512 * 1024)
    expect(pieces.length).toBeGreaterThan(4)
    for (const piece of pieces) expect(piece.length).toBeLessThan(600 * 1024)
    expect(apply(pieces).text).toBe(doc.getText('body').toString())
  })

  it('says the same, whatever was inserted and deleted, in whichever place', () => {
    const step = fc.record({
      at: fc.nat(),
      insert: fc.string({ unit: 'binary', maxLength: 40 }),
      remove: fc.nat(9),
    })
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 8, max: 60 }),
        (steps, size) => {
          const base = new Y.Doc({ gc: false })
          base.getText('body').insert(0, 'what was there before')
          const start = Y.encodeStateAsUpdate(base)
          const doc = new Y.Doc({ gc: false })
          Y.applyUpdate(doc, start)
          const updates: Uint8Array[] = []
          doc.on('update', (update: Uint8Array) => updates.push(update))
          doc.transact(() => {
            const text = doc.getText('body')
            for (const { at, insert, remove } of steps) {
              const place = at % (text.length + 1)
              text.delete(place, Math.min(remove, text.length - place))
              text.insert(place, insert)
            }
          })
          const pieces = updates.flatMap((update) => splitUpdate(update, size))
          const cut = apply([start, ...pieces])
          expect(cut.text).toBe(doc.getText('body').toString())
          expect(cut.doc.store.pendingStructs).toBeNull()
          expect(Y.encodeStateVector(cut.doc)).toEqual(Y.encodeStateVector(doc))
        },
      ),
      { numRuns: randomCases(300) },
    )
  })
})
