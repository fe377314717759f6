import { describe, expect, it } from 'vitest'
import type { PostId } from '../../document'
import { countMarks, isMarked, markSome, noMarks, toggleMark } from './marks'

const [a, b] = ['a', 'b'] as PostId[] as [PostId, PostId]

describe('marks', () => {
  it('the first one marked joins the open post', () => {
    const marks = toggleMark(noMarks, b, a)
    expect([isMarked(marks, a), isMarked(marks, b)]).toEqual([true, true])
    expect(countMarks(marks, 10)).toBe(2)
  })

  it('marking again unmarks, and none is none', () => {
    expect(toggleMark(markSome([a]), a, undefined)).toEqual(noMarks)
    expect(isMarked(toggleMark(markSome([a, b]), a, a), a)).toBe(false)
  })

  it('all are all, also those that were never on screen', () => {
    expect(isMarked({ kind: 'all' }, a)).toBe(true)
    expect(countMarks({ kind: 'all' }, 10_000)).toBe(10_000)
  })

  it('one alone counts for nothing', () => {
    expect(countMarks(markSome([a]), 10)).toBe(0)
  })
})
