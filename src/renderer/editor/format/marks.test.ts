import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { toggleMark } from './marks'
import { run } from './run-command'

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
    ['**', 'a <**word**> b', 'a <word> b'],
    ['**', 'a **two wo|rds** b', 'a two wo|rds b'],
    ['**', 'a< word >b', 'a **<word>** b'],
    ['**', 'a <**b** c **d**> e', 'a **<b c d>** e'],
    ['**', 'a <b **c> d** e', 'a **<b c d>** e'],
    ['**', '- <one\n- two>', '- **<one**\n- **two>**'],
    ['**', '- **<one**\n- **two>**', '- <one\n- two>'],
    ['~~', 'a <word> b', 'a ~~<word>~~ b'],
    ['`', 'a <b`c> d', 'a ``<b`c>`` d'],
    ['`', 'a <`b> c', 'a `` <`b> `` c'],
    ['`', 'a `` `|b `` c', 'a `|b c'],
  ])('%s on %s gives %s', (mark, before, after) => {
    expect(run(toggleMark(mark), before)).toBe(after)
  })
})

it('nothing is written into a text that is read only', () => {
  const state = EditorState.create({ doc: 'a', extensions: EditorState.readOnly.of(true) })
  expect(toggleMark('*')({ state, dispatch: () => expect.fail('dispatched') })).toBe(false)
})
