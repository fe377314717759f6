import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../markdown'
import { placeInSource, textBetween } from './prose'
import { readProse } from './read-prose'

const textsOf = (source: string) => readProse(source).blocks.map(({ text }) => text.trim())

describe('the prose of a source', () => {
  it.each([
    ['# One\n\nTwo *three* **four** ~~five~~.', ['One', 'Two three four five.']],
    ['un**believ**able', ['unbelievable']],
    ['a `code` b', ['a code b']],
    ['```js\ncode\n```\n\n    code\n\na', ['a']],
    [
      '[text](url "title") ![alt](src) <https://a.test> https://b.test',
      ['text  alt https://a.test https://b.test'],
    ],
    ['- one\n- [ ] two\n\n> three\n> four', ['one', 'two', 'three\n four']],
    ['| a | b |\n|---|---|\n| c | d |', ['a', 'b', 'c', 'd']],
    ['a <b>c</b> &amp; d\\*', ['a c  d*']],
    ['price $5, formula $x^2$ and $$y$$', ['price $5, formula  and']],
    ['note[^1] and [[slug]] or [[slug|words]] :smile:', ['note and  or words']],
    ['## Title {#id}', ['Title']],
    ['> [!NOTE]\n> text', ['text']],
    ['a %% secret %% b\n\n%%\nsecret\n\nsecret\n%%\n\nc', ['a  b', 'c']],
  ])('of %j', (source, texts) => {
    expect(textsOf(source)).toEqual(texts)
  })

  it('knows where each word stands', () => {
    const source = '# A *b* c\n\n- un**believ**able [text](url)'
    const { blocks } = readProse(source)
    for (const block of blocks) {
      for (const { index, 0: word } of block.text.matchAll(/\p{L}+/gu)) {
        const [from, to] = placeInSource(block, index, index + word.length)
        expect(source.slice(from, to).replace(/\*/g, '')).toBe(word)
      }
    }
    expect(blocks.map((block) => textBetween(block, source.indexOf('c'), source.indexOf('able')))).toEqual([
      'c',
      'unbeliev',
    ])
  })

  it('lists the headings of the post, and none in comments or quotations', () => {
    const source = '# A\n\n%%\n\n# No\n\n%%\n\n> # No\n\nB\n===\n\n### C `d`'
    expect(readProse(source).headings.map(({ level, text }) => [level, text])).toEqual([
      [1, 'A'],
      [1, 'B'],
      [3, 'C d'],
    ])
  })

  it('never leaves the source, whatever stands in it', () => {
    const piece = fc.constantFrom(
      '%%',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '> ',
      '`',
      '```',
      '**',
      '[',
      '](x)',
      '$',
      'word ',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        for (const block of readProse(source).blocks) {
          expect(block.pieces.map(({ from, length }) => source.slice(from, from + length)).join('')).toBe(
            block.text,
          )
        }
      }),
    )
  })
})

describe('private comments', () => {
  it.each([
    'a %%b%% c',
    '%%a\n\nb%%',
    'a %%b\n\nc%% d',
    '`%%a%%` %%b%%',
    '```\n%%a%%\n```\n%%b%%',
    '- %%a\n\n  b%%',
    '> %%a%%',
    '%% a',
    '# a %%b%%',
  ])('are those that the page leaves out: %j', (source) => {
    const { comments } = readProse(source)
    const cut = comments.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), source)
    expect(renderMarkdown(cut).words).toBe(renderMarkdown(source).words)
    expect(renderMarkdown(cut).html.includes('%%')).toBe(renderMarkdown(source).html.includes('%%'))
  })

  it('are listed with their places', () => {
    const source = 'a %% b %% c\n\n%%\nd\n%%'
    expect(readProse(source).comments).toEqual([
      { from: 2, to: 9, text: 'b' },
      { from: 13, to: 20, text: 'd' },
    ])
  })
})
