import { describe, expect, it } from 'vitest'
import { english } from '../../words'
import { estimateLeft, sayLeft } from './time-left'

describe('the time that is left', () => {
  it('is what the rest takes at the pace so far', () => {
    expect(estimateLeft({ at: 0, done: 0 }, 2000, 200, 1000)).toBe(8000)
    expect(estimateLeft({ at: 1000, done: 100 }, 3000, 200, 300)).toBe(2000)
  })

  it.each([
    ['at the beginning', 500, 10, 1000],
    ['while nothing moves', 5000, 0, 1000],
    ['at the end', 5000, 1000, 1000],
    ['while the total is not known', 5000, 10, 0],
  ])('is not said %s', (_, now, done, total) => {
    expect(estimateLeft({ at: 0, done: 0 }, now, done, total)).toBeUndefined()
  })

  it.each([
    [900, 'a few seconds left'],
    [5000, 'about 5 s left'],
    [17_200, 'about 20 s left'],
    [59_000, 'about 60 s left'],
    [61_000, 'about 2 min left'],
  ])('%i ms: %s', (ms, sentence) => expect(sayLeft(ms, english)).toBe(sentence))
})
