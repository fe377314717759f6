import { describe, expect, it } from 'vitest'
import { hintsFor } from './search-hints'

const tags = [
  { name: 'rust', count: 3 },
  { name: 'ruby', count: 9 },
  { name: 'web performance', count: 1 },
]
const texts = (text: string) => hintsFor(text, tags, '2026-11-24').map((hint) => hint.text)

describe('hints of a search', () => {
  it.each([
    ['', ['tag:', 'status:', 'before:', 'after:']],
    ['cache ', ['cache tag:', 'cache status:', 'cache before:', 'cache after:']],
    ['cache t', ['cache tag:']],
    ['cache', []],
    ['status:d', ['status:draft ']],
    ['tag:ru', ['tag:ruby ', 'tag:rust ']],
    ['x tag:web', ['x tag:"web performance" ']],
    ['tag:"web per', ['tag:"web performance" ']],
    ['after:', ['after:2026 ', 'after:2026-11 ', 'after:2026-11-24 ']],
    ['tag:rust', []],
  ])('after “%s” are %j', (text, expected) => {
    expect(texts(text)).toEqual(expected)
  })
})
