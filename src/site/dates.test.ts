import { describe, expect, it } from 'vitest'
import { dateFormatter, lastChanged, moment } from './dates'

describe('dates', () => {
  it.each([
    ['en', '2026-11-24', 'November 24, 2026'],
    ['en', '2026-11-24T23:30:00-08:00', 'November 24, 2026'],
    ['en', '2026-11-24T00:30:00+14:00', 'November 24, 2026'],
    ['de', '2026-03-01', '1. März 2026'],
    ['pt-BR', '2026-03-01', '1 de março de 2026'],
    ['fa', '2026-03-01', '1 مارس 2026'],
    ['tlh', '2026-03-01', 'March 1, 2026'],
    ['zz-zz-zz', '2026-03-01', 'March 1, 2026'],
  ])('in %s, %s is the day that the writer wrote', (language, date, text) => {
    expect(dateFormatter(language)(date)).toEqual({ iso: date, text })
  })

  it('are moments in feeds', () => {
    expect(moment('2026-11-24')).toBe('2026-11-24T00:00:00Z')
    expect(moment('2026-11-24T09:30:00.250+01:00')).toBe('2026-11-24T08:30:00.250Z')
  })

  it('of a change are the last edit’s, or the post’s own when that is later', () => {
    expect(lastChanged({ date: '2026-01-01', editedAt: Date.UTC(2026, 1, 1) })).toBe('2026-02-01T00:00:00Z')
    expect(lastChanged({ date: '2027-01-01', editedAt: Date.UTC(2026, 1, 1) })).toBe('2027-01-01T00:00:00Z')
  })
})
