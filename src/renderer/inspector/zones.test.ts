import { describe, expect, it } from 'vitest'
import { moveToZone, offsetOf } from './zones'

describe('zones', () => {
  it.each([
    ['2026-11-24T09:30:00+01:00', 'Asia/Kolkata', '2026-11-24T09:30:00+05:30'],
    ['2026-11-24T09:30:00+05:30', 'UTC', '2026-11-24T09:30:00Z'],
    ['2026-07-01T09:30:00Z', 'Europe/Berlin', '2026-07-01T09:30:00+02:00'],
    ['2026-01-01T00:30:00Z', 'America/New_York', '2026-01-01T00:30:00-05:00'],
    // The night in which clocks are put back shows 02:30 twice, and the one in which they are put forward never.
    ['2026-10-25T02:30:00Z', 'Europe/Berlin', '2026-10-25T02:30:00+02:00'],
    ['2026-03-29T02:30:00Z', 'Europe/Berlin', '2026-03-29T02:30:00+01:00'],
    ['2026-03-29T03:30:00Z', 'Europe/Berlin', '2026-03-29T03:30:00+02:00'],
    ['2026-10-25T03:30:00Z', 'Europe/Berlin', '2026-10-25T03:30:00+01:00'],
  ])('%s by the clocks of %s is %s', (date, zone, expected) => {
    expect(moveToZone(date, zone)).toBe(expected)
  })

  it('a day has no zone', () => {
    expect([offsetOf('2026-11-24'), moveToZone('2026-11-24', 'UTC')]).toEqual([undefined, '2026-11-24'])
    expect(offsetOf('2026-11-24T09:30:00+01:00')).toBe('+01:00')
  })
})
