import { describe, expect, it } from 'vitest'
import { titleOrder } from './title-order'

const sorted = (...titles: string[]) =>
  [...titles].sort((a, b) => (titleOrder(a) < titleOrder(b) ? -1 : titleOrder(a) > titleOrder(b) ? 1 : 0))

describe('titles in order', () => {
  it.each([
    ['numbers stand by their size', ['Part 9', 'part 10', 'Part 100']],
    ['case and accents make no difference', ['Äpfel', 'apple', 'Apricot', 'Élan', 'zebra']],
    ['versions stand by their parts', ['Rust 1.9', 'Rust 1.10', 'Rust 2.0']],
    ['other scripts follow', ['Zebra', 'Яблоко', '東京']],
  ])('%s', (_, titles) => {
    expect(sorted(...titles)).toEqual(titles)
    expect(sorted(...titles.slice().reverse())).toEqual(titles)
  })

  it('takes zeros before a number for nothing', () => {
    expect(titleOrder('Part 007')).toBe(titleOrder('part 7'))
  })
})
