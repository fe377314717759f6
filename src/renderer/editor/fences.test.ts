import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { closingFence, leaveFence } from './fences'

const stateOf = (doc: string) =>
  EditorState.create({
    doc,
    selection: { anchor: doc.length },
    extensions: [markdown({ base: markdownLanguage })],
  })

const close = (doc: string, typed: string) => closingFence(stateOf(doc), doc.length, typed)

describe('a closing fence that is typed on an indented line', () => {
  it.each([
    ['```ts\nif (a) {\n    ``', '`', '```'],
    ['~~~\ncode\n  ~~', '~', '~~~'],
    ['````\n```\n  ```', '`', '````'],
    ['- item\n\n  ```ts\n  a\n      ``', '`', '  ```'],
  ])('moves to the column of its block: %j', (doc, typed, fence) => {
    expect(close(doc, typed)).toBe(fence)
  })

  it.each([
    ['no block is open', 'text\n  ``', '`'],
    ['the mark is another', '~~~\n  ``', '`'],
    ['the mark is shorter', '````\n  ``', '`'],
    ['it stands there already', '```\na\n``', '`'],
    ['the line holds code', '```\n  a``', '`'],
  ])('stays where it is when %s', (_, doc, typed) => {
    expect(close(doc, typed)).toBeUndefined()
  })
})

describe('Enter after a fence', () => {
  const enter = (doc: string) => {
    let state = stateOf(doc)
    const isDone = leaveFence({ state, dispatch: (transaction) => (state = transaction.state) })
    return isDone ? state.doc.toString() : undefined
  }

  it('starts the next line at the left, in a list at the text of the item', () => {
    expect(enter('```ts\n  a\n```')).toBe('```ts\n  a\n```\n')
    expect(enter('- item\n\n  ```\n  a\n  ```')).toBe('- item\n\n  ```\n  a\n  ```\n  ')
  })

  it('leaves an opening fence and code alone', () => {
    expect(enter('```')).toBeUndefined()
    expect(enter('```\ncode')).toBeUndefined()
  })
})
