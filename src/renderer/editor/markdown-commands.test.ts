import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { insertLink, toggleCode, toggleMark } from './markdown-commands'

/** Runs a command on a text in which `<` and `>` enclose the selection and `|` is the cursor. */
function run(command: StateCommand, text: string): string {
  const anchor = text.search(/[<|]/)
  const plain = text.replace(/[<|]/, '')
  const end = plain.indexOf('>')
  const head = end === -1 ? anchor : end
  let state = EditorState.create({
    doc: plain.replace('>', ''),
    selection: EditorSelection.single(anchor, head),
  })
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  const { from, to, empty } = state.selection.main
  const doc = state.doc.toString()
  return empty
    ? `${doc.slice(0, from)}|${doc.slice(from)}`
    : `${doc.slice(0, from)}<${doc.slice(from, to)}>${doc.slice(to)}`
}

describe('marks', () => {
  it.each([
    ['**', 'a <word> b', 'a **<word>** b'],
    ['**', 'a **<word>** b', 'a <word> b'],
    ['**', 'a wo|rd b', 'a **wo|rd** b'],
    ['**', 'a **wo|rd** b', 'a wo|rd b'],
    ['**', 'a | b', 'a **|** b'],
    ['**', 'a **|** b', 'a | b'],
    ['*', 'a **<word>** b', 'a ***<word>*** b'],
    ['*', 'a *<word>* b', 'a <word> b'],
  ])('%s on %s gives %s', (mark, before, after) => {
    expect(run(toggleMark(mark), before)).toBe(after)
  })
})

describe('links', () => {
  it.each([
    ['see <this> now', 'see [this](|) now'],
    ['see | now', 'see [|]() now'],
    ['see <https://example.org/a> now', 'see [|](https://example.org/a) now'],
  ])('%s gives %s', (before, after) => {
    expect(run(insertLink, before)).toBe(after)
  })
})

describe('code', () => {
  it.each([
    ['a <word> b', 'a `<word>` b'],
    ['one\n<two\nthree>\nfour', 'one\n```|\ntwo\nthree\n```\nfour'],
  ])('%s gives %s', (before, after) => {
    expect(run(toggleCode, before)).toBe(after)
  })

  it('nothing is written into a text that is read only', () => {
    const state = EditorState.create({ doc: 'a', extensions: EditorState.readOnly.of(true) })
    expect(toggleMark('*')({ state, dispatch: () => expect.fail('dispatched') })).toBe(false)
  })
})
