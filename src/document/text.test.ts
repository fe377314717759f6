import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { replaceText } from './text'

function textOf(content: string): Y.Text {
  const text = new Y.Doc().getText('body')
  text.insert(0, content)
  return text
}

/** What two machines read after one replaced the text and the other inserted `word` at `at` meanwhile. */
function mergeWithInsertion(before: string, after: string, word: string, at: number): string {
  const here = textOf(before)
  const there = new Y.Doc()
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here.doc!))
  there.getText('body').insert(at, word)
  replaceText(here, after)
  Y.applyUpdate(here.doc!, Y.encodeStateAsUpdate(there))
  return here.toString()
}

const line = fc.constantFrom('', 'one', 'two', 'three 🌱', 'three 🌲', '```', '  x')
const source = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

describe('replaceText', () => {
  it('makes the text read exactly what it is given', () => {
    fc.assert(
      fc.property(source, source, (before, after) => {
        const text = textOf(before)
        replaceText(text, after)
        expect(text.toString()).toBe(after)
      }),
    )
  })

  it('writes nothing when the text reads so already', () => {
    const text = textOf('a\nb\n')
    const before = Y.encodeStateVector(text.doc!)
    replaceText(text, 'a\nb\n')
    expect(Y.encodeStateVector(text.doc!)).toEqual(before)
  })

  it('never parts a surrogate pair', () => {
    const text = textOf('a 🌱 b')
    const inserted: unknown[] = []
    text.observe((event) => inserted.push(...event.delta.map((part) => part.insert)))
    replaceText(text, 'a 🌲 b')
    expect(inserted.filter(Boolean)).toEqual(['🌲'])
  })

  it('keeps what another wrote between two paragraphs that it changes', () => {
    const before = 'first\n\nsecond\n\nthird\n'
    const after = 'FIRST\n\nsecond\n\nTHIRD\n'
    const merged = mergeWithInsertion(before, after, ' and more', before.indexOf('second') + 6)
    expect(merged).toBe('FIRST\n\nsecond and more\n\nTHIRD\n')
  })
})
