import { expect, it } from 'vitest'
import { renderMarkdown } from '../../../markdown'
import { Counter } from './counts'
import { readProse } from './read-prose'

const source =
  '# Two words\n\nA *first* sentence. And `code`, a [link](x)! https://a.test %%secret%%\n\n- 日本語 and *é*\n'
const { blocks } = readProse(source)

it('counts what a reader reads', () => {
  expect(new Counter().count(blocks)).toEqual({
    words: 2 + 9 + 5,
    characters:
      'Two words'.length +
      'A first sentence. And code, a link! https://a.test'.length +
      '日本語 and é'.length,
    charactersWithoutSpaces: 8 + 43 + 7,
    sentences: 5,
  })
})

it('agrees with the page on the number of words', () => {
  expect(new Counter().count(blocks).words).toBe(renderMarkdown(source).words)
})

it('counts what is marked alone', () => {
  const from = source.indexOf('*first')
  const to = source.indexOf('And')
  expect(new Counter().countBetween(blocks, from, to)).toEqual({
    words: 2,
    characters: 15,
    charactersWithoutSpaces: 14,
    sentences: 1,
  })
})
