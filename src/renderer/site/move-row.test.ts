import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveRow } from './move-row'

it.each([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 2, 'acbd'],
  [2, 2, 'abcd'],
])('the row at %i goes to %i: %s', (from, to, expected) => {
  expect(moveRow([...'abcd'], from, to).join('')).toBe(expected)
})

it('moved back, the rows are as they were', () => {
  const place = fc.nat({ max: 5 })
  fc.assert(
    fc.property(place, place, (from, to) => {
      const rows = [...'abcdef']
      expect(moveRow(moveRow(rows, from, to), to, from)).toEqual(rows)
    }),
  )
})
