import { describe, expect, it } from 'vitest'
import type { PostVersion } from '../../api/contract'
import { english } from '../../words'
import { dayOf, describeVersion, groupByDay, withReleased } from './describe-version'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()
const version = (change: Partial<PostVersion>): PostVersion => ({
  id: 'v',
  at: at(24, 10),
  device: { id: 'd', name: 'attic', isThis: false },
  kind: 'session',
  name: null,
  words: 340,
  ...change,
})

describe('versions in words', () => {
  it('say when, what, how much and by which device', () => {
    expect(describeVersion(version({}), english)).toMatch(/2026.*, Written, 340 words, attic$/)
    expect(describeVersion(version({ name: 'First draft', kind: 'named', words: 1 }), english)).toMatch(
      /, “First draft”, 1 word, attic$/,
    )
    expect(describeVersion(version({ kind: 'now' }), english)).toBe('Now, 340 words')
    expect(describeVersion(version({ device: { id: 'd', name: 'x', isThis: true } }), english)).toMatch(
      /this device$/,
    )
  })

  it('are grouped by the days of the calendar', () => {
    const now = at(24, 12)
    const items = [at(24, 11), at(24, 0), at(23, 23), at(1, 8)].map((time) => version({ at: time }))
    const groups = groupByDay(items, now, english)
    expect(groups.map(({ items: inDay }) => inDay.length)).toEqual([2, 1, 1])
    expect(groups.map((group) => group.day).slice(0, 2)).toEqual(['Today', 'Yesterday'])
    expect(dayOf(version({ at: at(1, 8) }), now, english)).toMatch(/2026/)
  })
})

describe('what the site shows', () => {
  const now = version({ id: 'now', kind: 'now', at: at(24, 12) })
  const older = version({ id: 'old', at: at(20, 9) })

  it('stands where it was released while the post reads otherwise', () => {
    const items = withReleased([now, older], { hasChanges: true, releasedAt: at(22, 9) })
    expect(items.map(({ id }) => id)).toEqual(['now', 'released', 'old'])
    expect(withReleased([now], { hasChanges: true, releasedAt: at(22, 9) }).map(({ id }) => id)).toEqual([
      'now',
      'released',
    ])
  })

  it('takes the place of the version that was made with it', () => {
    const release = version({ id: 'r', kind: 'release', at: at(22, 8) })
    const items = withReleased([now, release, older], { hasChanges: true, releasedAt: at(22, 9) })
    expect(items.map(({ id }) => id)).toEqual(['now', 'released', 'old'])
  })

  it('is the post itself while nothing is unreleased', () => {
    const versions = [now, older]
    expect(withReleased(versions, { hasChanges: false, releasedAt: at(22, 9) })).toEqual(versions)
    expect(withReleased(versions, { hasChanges: false, releasedAt: null })).toEqual(versions)
  })
})
