import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, showDate } from './date-text'

describe('the date field', () => {
  it('shows a day as it is and a moment without seconds', () => {
    expect(showDate('2026-11-24')).toBe('2026-11-24')
    expect(showDate('2026-11-24T09:30:12Z')).toMatch(/^2026-11-2\d \d\d:\d\d$/)
  })

  it.each(['2026-11-24', '2026-11-24T09:30:00+01:00', '2026-11-24T09:30Z'])(
    'takes %s as it stands',
    (text) => {
      expect(readDate(` ${text} `)).toBe(text)
    },
  )

  it.each(['', 'tomorrow', '2026-13-01', '2026-02-30', '2026-02-30 10:00', '2026-11-24 25:00', '24.11.2026'])(
    'refuses “%s”',
    (text) => {
      expect(readDate(text)).toBeUndefined()
    },
  )

  it('reads back the minute that it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) }), (time) => {
        const minute = time - (time % 60_000)
        const read = readDate(showDate(new Date(minute).toISOString()))
        // An hour that the clocks repeat has two moments; the field names one of them.
        expect([0, 3_600_000]).toContain(Math.abs(Date.parse(read ?? '') - minute))
      }),
    )
  })
})
