import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { randomCases } from '../../random-cases'
import { TextUndo } from './text-undo'

const first = 'The first text of all, that is long enough to be cut.'
const writer = Symbol('writer')

function open() {
  const doc = new Y.Doc({ gc: false })
  const text = doc.getText('body')
  text.insert(0, first)
  return { doc, text, undo: new TextUndo(text, { trackedOrigins: new Set([writer]) }) }
}

it('what was written into words that had been brought back goes with them', () => {
  const { doc, text, undo } = open()
  const write = (act: () => void) => {
    doc.transact(act, writer)
    undo.stopCapturing()
  }
  write(() => text.insert(0, 'abcdef'))
  write(() => text.delete(0, 6))
  undo.undo()
  write(() => text.insert(3, '!'))
  expect(text.toString()).toBe(`abc!def${first}`)
  undo.undo()
  undo.undo()
  expect(text.toString()).toBe(first)
  undo.redo()
  expect(text.toString()).toBe(`abcdef${first}`)
})

const edit = fc.record({
  do: fc.constantFrom('write', 'write', 'write', 'write', 'undo', 'redo'),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(10),
  // A write that writes nothing would leave what can be redone.
  written: fc.string({ minLength: 1, maxLength: 5 }),
  rests: fc.boolean(),
})

it('undo to the start gives the first text, whatever was undone, redone and written before', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 120 }), (edits) => {
      const { doc, text, undo } = open()
      for (const { do: act, place, removed, written, rests } of edits) {
        if (act === 'undo') undo.undo()
        else if (act === 'redo') undo.redo()
        else
          doc.transact(() => {
            const at = Math.floor(place * text.length)
            text.delete(at, Math.min(removed, text.length - at))
            text.insert(at, written)
          }, writer)
        if (rests) undo.stopCapturing()
      }
      const last = text.toString()
      while (undo.undo() !== null);
      expect(text.toString()).toBe(first)
      while (undo.redo() !== null);
      if (edits.at(-1)?.do === 'write') expect(text.toString()).toBe(last)
    }),
    { numRuns: randomCases(300) },
  )
})
