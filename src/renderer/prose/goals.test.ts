import { expect, it } from 'vitest'
import { dayOf, wordsOf } from './goals'

it('the words of a day count until its end', () => {
  const evening = new Date(2026, 10, 24, 23, 59)
  expect(dayOf(evening)).toBe('2026-11-24')
  expect(wordsOf('2026-11-24 120', evening)).toBe(120)
  expect(wordsOf('2026-11-24 120', new Date(2026, 10, 25))).toBe(0)
})

it.each(['', 'x', '2026-11-24', '2026-11-24 x'])('%j is no day', (written) => {
  expect(wordsOf(written, new Date(2026, 10, 24))).toBe(0)
})
