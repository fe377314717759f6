import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '../../document'
import { encodeDesk, restoreDesk } from './desk-state'

function open(update?: Uint8Array) {
  const doc = openDocument('a' as never)
  if (update) Y.applyUpdate(doc, update)
  const body = doc.getText('body')
  const undo = new Y.UndoManager(body, { trackedOrigins: new Set(['writer']), captureTimeout: 0 })
  return { doc, body, undo }
}
const place = { anchor: 4, head: 7, top: null, scroll: 12, hasFocus: true }

describe('where the writer was', () => {
  it('is the same place after a restart, with what can be undone', () => {
    const first = open()
    first.doc.transact(() => first.body.insert(0, 'one two three'), 'writer')
    const bytes = encodeDesk(first, place)
    const again = open(Y.encodeStateAsUpdate(first.doc))
    expect(restoreDesk(again, bytes)).toEqual(place)
    again.undo.undo()
    expect(again.body.toString()).toBe('')
  })

  it('stands at the same words when the text was edited elsewhere', () => {
    const first = open()
    first.body.insert(0, 'one two three')
    const bytes = encodeDesk(first, { ...place, top: 8 })
    const again = open(Y.encodeStateAsUpdate(first.doc))
    again.body.insert(0, 'zero ')
    expect(restoreDesk(again, bytes)).toMatchObject({ anchor: 9, head: 12, top: 13 })
  })

  it('is nothing when the bytes make no sense, and nothing is changed by them', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const first = open()
    first.doc.transact(() => first.body.insert(0, 'one two three'), 'writer')
    const bytes = encodeDesk(first, place)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), (at, value, length) => {
        const broken = bytes.slice(0, length)
        if (at < length) broken[at] = value
        const again = open(Y.encodeStateAsUpdate(first.doc))
        const restored = restoreDesk(again, broken)
        if (restored !== undefined) {
          expect(restored.anchor).toBeLessThanOrEqual(again.body.length)
          expect(restored.head).toBeLessThanOrEqual(again.body.length)
        }
        expect(again.body.toString()).toBe('one two three')
      }),
    )
    expect(restoreDesk(open(), bytes)).toBeUndefined()
    warn.mockRestore()
  })
})
