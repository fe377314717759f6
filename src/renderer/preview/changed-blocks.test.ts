import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findChange } from './changed-blocks'

describe('the blocks that changed', () => {
  it.each([
    ['abc', 'abc', 3, 3, 3],
    ['abc', 'aXc', 1, 2, 2],
    ['abc', 'aXYc', 1, 2, 3],
    ['abc', 'ac', 1, 2, 1],
    ['aa', 'aaa', 2, 2, 3],
    ['', 'ab', 0, 0, 2],
  ])('from %s to %s', (before, after, start, oldEnd, newEnd) => {
    expect(findChange([...before], [...after])).toEqual({ start, oldEnd, newEnd })
  })

  it('put in place of the old ones, they give the new page', () => {
    const page = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
    fc.assert(
      fc.property(page, page, (before, after) => {
        const { start, oldEnd, newEnd } = findChange(before, after)
        const patched = [...before.slice(0, start), ...after.slice(start, newEnd), ...before.slice(oldEnd)]
        expect(patched).toEqual(after)
      }),
    )
  })
})
