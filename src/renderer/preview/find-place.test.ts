import { describe, expect, it } from 'vitest'
import { findPlace } from './find-place'

/** The source with `|` where a click at `|` in the rendered text leads. */
function click(source: string, rendered: string): string {
  const [before = '', after = ''] = rendered.split('|')
  const place = findPlace(source, { before, after })
  return `${source.slice(0, place)}|${source.slice(place)}`
}

describe('the place of a click in the source', () => {
  it.each([
    ['plain words here', 'plain wo|rds here', 'plain wo|rds here'],
    ['a **bold** word', 'a bo|ld word', 'a **bo|ld** word'],
    ['the cat and the dog', 'the cat and th|e dog', 'the cat and th|e dog'],
    [
      'see [the notes](https://notes.test/notes) here',
      'see the no|tes here',
      'see [the no|tes](https://notes.test/notes) here',
    ],
    ['## A heading', 'A hea|ding#', '## A hea|ding'],
    ['- one\n- two\n- one', 'one\ntwo\non|e', '- one\n- two\n- on|e'],
    ['```js\nlet a = 1\nlet b = a\n```', 'let a = 1\nlet b| = a\n', '```js\nlet a = 1\nlet b| = a\n```'],
    ['a *b*c d', 'a b|c d', 'a *b|*c d'],
    ['| a | b |\n|---|---|\n| c | d |', 'a\nb\nc\n|d', '| a | b |\n|---|---|\n| c | |d |'],
    ['text at the end', 'text at the end|', 'text at the end|'],
    ['$x^2$', '|', '|$x^2$'],
  ])('of %j, clicked at %j', (source, rendered, expected) => {
    expect(click(source, rendered)).toBe(expected)
  })

  it('is about level where the source has other words', () => {
    expect(findPlace('$$\n\\frac{a}{b}\n$$', { before: 'ⓧⓧⓧ', after: 'ⓨⓨⓨ' })).toBe(9)
  })
})
