import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeltaStep, mapPosition } from './map-selection'

describe('a position after somebody else’s change', () => {
  it.each<[number, DeltaStep[], number]>([
    [3, [{ retain: 1 }, { insert: 'ab' }], 5],
    [3, [{ retain: 5 }, { insert: 'ab' }], 3],
    [3, [{ delete: 2 }], 1],
    [3, [{ retain: 1 }, { delete: 4 }], 1],
    [3, [{ retain: 4 }, { delete: 4 }], 3],
    [3, [{ retain: 3 }, { insert: 'ab' }], 3],
    [0, [{ insert: 'ab' }], 0],
    [4, [{ retain: 1 }, { delete: 1 }, { insert: 'xyz' }], 6],
  ])('%i after %j is %i', (position, delta, expected) => {
    expect(mapPosition(position, delta)).toBe(expected)
  })

  it('before the change it stays, behind it it moves along', () => {
    const size = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(size, size, size, size, (start, deleted, inserted, distance) => {
        const delta = [{ retain: start }, { insert: 'x'.repeat(inserted) }, { delete: deleted }]
        const behind = start + deleted + 1 + distance
        expect(mapPosition(behind, delta)).toBe(behind + inserted - deleted)
        const before = Math.max(0, start - distance)
        if (before < start) expect(mapPosition(before, delta)).toBe(before)
      }),
    )
  })
})
