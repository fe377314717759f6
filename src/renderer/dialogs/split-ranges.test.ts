import { describe, expect, it } from 'vitest'
import { splitRanges } from './split-ranges'

const shown = (text: string, ranges: [number, number][]) =>
  splitRanges(text, ranges)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('|')

describe('a text with ranges', () => {
  it.each<[string, [number, number][], string]>([
    ['Caches', [], 'Caches'],
    ['Caches', [[0, 2]], '[Ca]|ches'],
    [
      'Caches',
      [
        [0, 1],
        [3, 6],
      ],
      '[C]|ac|[hes]',
    ],
    ['Caches', [[4, 99]], 'Caches'],
    [
      'Caches',
      [
        [2, 4],
        [0, 1],
      ],
      'Ca|[ch]|es',
    ],
    ['', [], ''],
  ])('“%s” at %j is %s', (text, ranges, expected) => {
    expect(shown(text, ranges)).toBe(expected)
  })
})
