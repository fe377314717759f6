import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchBlocks } from './match-blocks'

describe('the blocks that were there before', () => {
  it.each([
    ['abc', 'abc', [0, 1, 2]],
    ['abc', 'aXc', [0, -1, 2]],
    ['abc', 'ac', [0, 2]],
    ['abcde', 'aXcYe', [0, -1, 2, -1, 4]],
    ['abcd', 'bcda', [1, 2, 3, -1]],
    ['aa', 'aaa', [0, 1, -1]],
    ['', 'ab', [-1, -1]],
    ['ab', '', []],
  ])('from %s to %s', (before, after, kept) => {
    expect([...matchBlocks([...before], [...after])]).toEqual(kept)
  })

  it('are equal, and stand in the same order', () => {
    const page = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    fc.assert(
      fc.property(page, page, (before, after) => {
        const kept = matchBlocks(before, after)
        let last = -1
        kept.forEach((place, index) => {
          if (place === -1) return
          expect(before[place]).toBe(after[index])
          expect(place).toBeGreaterThan(last)
          last = place
        })
      }),
    )
  })

  it('are all of them where blocks were only added, or only taken away', () => {
    const page = fc.uniqueArray(fc.integer().map(String), { maxLength: 20 })
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.boolean()), (whole, choose) => {
        const part = whole.filter(() => choose.next().value)
        expect([...matchBlocks(part, whole)].filter((place) => place >= 0)).toHaveLength(part.length)
        expect([...matchBlocks(whole, part)]).not.toContain(-1)
      }),
    )
  })
})
