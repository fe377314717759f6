import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDate, showDate } from './date-text'

describe('the date field', () => {
  it('shows a day as it is and a moment without seconds', () => {
    expect(showDate('2026-11-24')).toBe('2026-11-24')
    expect(showDate('2026-11-24T09:30:12Z')).toBe('2026-11-24 09:30')
  })

  it('shows a moment in its own offset, and keeps that', () => {
    const date = '2023-04-05T23:30:00-08:00'
    expect(showDate(date)).toBe('2023-04-05 23:30')
    expect(readDate('2023-04-06 7:05', date)).toBe('2023-04-06T07:05:00-08:00')
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
        const date = new Date(minute).toISOString()
        expect(Date.parse(readDate(showDate(date), date) ?? '')).toBe(minute)
      }),
    )
  })
})
