import { describe, expect, it } from 'vitest'
import { english } from '../../words'
import { formatDate } from './format-date'

const now = Date.UTC(2026, 10, 24)

describe('the date in the list', () => {
  it.each(['2023-04-05', '2023-04-05T23:30:00-08:00', '2023-04-05T00:10:00+14:00', '2023-04-05T12:00Z'])(
    'is the day that %s names',
    (date) => {
      expect(formatDate(date, now, english)).toMatch(/\b5\b/)
      expect(formatDate(date, now, english)).toContain('2023')
    },
  )

  it('leaves out this year', () => {
    expect(formatDate('2026-01-01T00:30:00+02:00', now, english)).not.toContain('2026')
  })
})
