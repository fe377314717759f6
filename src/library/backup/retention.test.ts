import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptBackups, usualRetention } from './retention'

const dayMs = 24 * 60 * 60 * 1000
const backup = fc.integer({ min: 0, max: 1200 * dayMs }).map((at) => ({ at: at + Date.UTC(2024, 0, 1) }))
const backups = fc.array(backup, { maxLength: 200 })

describe('which backups are kept', () => {
  it('the newest always is, and never more than 7 + 4 + 12', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        const newest = Math.max(...all.map(({ at }) => at))
        expect([...kept].every((one) => all.includes(one))).toBe(true)
        expect([...kept].some(({ at }) => at === newest)).toBe(all.length > 0)
        expect(kept.size).toBeLessThanOrEqual(23)
      }),
    )
  })

  it('asking again keeps the same', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        expect(keptBackups([...kept])).toEqual(kept)
      }),
    )
  })

  it('taking the others away day by day leaves what one cleaning at the end would', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const inOrder = [...all].sort((a, b) => a.at - b.at)
        let left: { at: number }[] = []
        for (const next of inOrder) left = [...keptBackups([...left, next])]
        expect(new Set(left.map(({ at }) => at))).toEqual(new Set([...keptBackups(all)].map(({ at }) => at)))
      }),
    )
  })

  it('of a backup every day for two years: a week of days, a month of weeks, a year of months', () => {
    const start = Date.UTC(2024, 0, 1, 12)
    const all = Array.from({ length: 731 }, (_, day) => ({ at: start + day * dayMs }))
    const days = [...keptBackups(all, usualRetention)]
      .map(({ at }) => new Date(at).toISOString().slice(0, 10))
      .sort()
    expect(days).toEqual([
      '2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30', '2025-07-31',
      '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-14', '2025-12-21',
      '2025-12-25', '2025-12-26', '2025-12-27', '2025-12-28', '2025-12-29', '2025-12-30', '2025-12-31',
    ]) // biome-ignore format: a calendar reads better in lines
  })
})
