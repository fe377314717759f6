import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { randomCases } from '../random-cases'
import { openLibrary } from '.'

/** An edit by one of three devices: at a place in its text, delete some and insert some. */
const edit = fc.record({
  device: fc.nat(2),
  at: fc.nat(1000),
  remove: fc.nat(5),
  insert: fc.string({ maxLength: 8, unit: 'grapheme' }),
  exchanges: fc.boolean(),
})

describe('the update log', () => {
  it('holds the same text as three devices that exchanged their edits through it, in any order', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const folder = mkdtempSync(join(tmpdir(), 'longhand-'))
        const library = openLibrary(folder, { create: true })
        const { id } = library.createPost({ title: 'Property', body: 'start' })
        const devices = [0, 1, 2].map(() => {
          const doc = new Y.Doc({ gc: false })
          Y.applyUpdate(doc, library.openDraft(id).state)
          return { doc, sent: Y.encodeStateVector(doc) }
        })
        const exchange = (device: (typeof devices)[number]) => {
          library.appendUpdate(id, Y.encodeStateAsUpdate(device.doc, device.sent))
          Y.applyUpdate(device.doc, library.openDraft(id).state)
          device.sent = Y.encodeStateVector(device.doc)
        }
        for (const { device: index, at, remove, insert, exchanges } of edits) {
          const device = devices[index]!
          const text = device.doc.getText('body')
          const start = Math.min(at, text.length)
          device.doc.transact(() => {
            text.delete(start, Math.min(remove, text.length - start))
            text.insert(start, insert)
          })
          if (exchanges) exchange(device)
        }
        for (const device of [...devices, ...devices]) exchange(device)
        const expected = library.post(id)?.body
        expect(devices.map(({ doc }) => doc.getText('body').toString())).toEqual([
          expected,
          expected,
          expected,
        ])
        expect(library.readDocument(id).getText('body').toString()).toBe(expected)
        expect(library.verify().problems).toEqual([])
        library.close()
        rmSync(folder, { recursive: true })
      }),
      { numRuns: randomCases(40) },
    )
  })
})
