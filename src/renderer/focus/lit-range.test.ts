import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { type FocusUnit, litRange } from './lit-range'

/** What is lit in a text in which `|` is the cursor, or `<` and `>` enclose the selection. */
function lit(text: string, unit: FocusUnit): string {
  const anchor = text.search(/[<|]/)
  const plain = text.replace(/[<|]/, '')
  const end = plain.indexOf('>')
  const doc = end === -1 ? plain : plain.slice(0, end) + plain.slice(end + 1)
  const state = EditorState.create({
    doc,
    selection: { anchor, head: end === -1 ? anchor : end },
    extensions: [EditorState.lineSeparator.of('\n'), markdown({ base: markdownLanguage })],
  })
  ensureSyntaxTree(state, doc.length, 1000)
  const { from, to } = litRange(state, unit)
  return state.sliceDoc(from, to)
}

describe('a sentence', () => {
  it.each([
    ['One. Tw|o three. Four.', 'Two three.'],
    ['One. Two.|', 'Two.'],
    ['One. Two.|\n\nThree.', 'Two.'],
    ['|One. Two.', 'One.'],
    ['One two\nth|ree. Four.', 'One two\nthree.'],
    ['Costs 3.5 m|etres. Four.', 'Costs 3.5 metres.'],
    ['- One. T|wo.\n- Three.', 'Two.'],
    ['One. <Two. Thr>ee. Four.', 'Two. Three.'],
    ['# One\n\n|\n\nTwo.', ''],
    ['|', ''],
  ])('of %j is %j', (text, expected) => {
    expect(lit(text, 'sentence')).toBe(expected)
  })
})

describe('a paragraph', () => {
  it.each([
    ['a\nb\n\nc|\nd\n\ne', 'c\nd'],
    ['a\n\n|\n\nb', ''],
    ['- a\n- b|\n  c\n- d', '- b\n  c'],
    ['```js\na\n|\nb\n```\n\nc', '```js\na\n\nb\n```'],
    ['# He|ad\na', '# Head'],
  ])('of %j is %j', (text, expected) => {
    expect(lit(text, 'paragraph')).toBe(expected)
  })
})

describe('a section', () => {
  const text = 'a\n\n# One\n\nb\n\n## Two\n\n```\n# no\n```\n\nc\n\n# Three\n\nd'
  it.each([
    ['a', 'a\n\n', 'a\n'],
    ['b', 'b\n', '# One\n\nb\n'],
    ['One', 'One', '# One\n\nb\n'],
    ['# no', '# no', '## Two\n\n```\n# no\n```\n\nc\n'],
    ['c', 'c\n', '## Two\n\n```\n# no\n```\n\nc\n'],
    ['d', 'd', '# Three\n\nd'],
  ])('around %j', (_name, at, expected) => {
    const place = text.indexOf(at)
    expect(lit(`${text.slice(0, place)}|${text.slice(place)}`, 'section')).toBe(expected)
  })
})
