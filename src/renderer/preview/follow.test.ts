import { describe, expect, it } from 'vitest'
import { follow } from './follow'

const marks = (pairs: readonly (readonly [number, number])[]) => ({
  count: pairs.length,
  from: (index: number) => pairs[index]?.[0] ?? 0,
  to: (index: number) => pairs[index]?.[1] ?? 0,
})
const page = marks([
  [0, 0],
  [100, 300],
  [200, 350],
  [200, 400],
  [1000, 900],
])

describe('following a scrolled pane', () => {
  it.each([
    [0, 0],
    [50, 150],
    [100, 300],
    [150, 325],
    [200, 400],
    [600, 650],
    [1000, 900],
    [2000, 900],
    [-10, 0],
  ])('at %i the other is at %i', (position, expected) => {
    expect(follow(position, page)).toBe(expected)
  })

  it('an empty page stays at its top', () => {
    expect(follow(50, marks([]))).toBe(0)
  })
})
