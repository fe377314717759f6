import { gemoji } from 'gemoji'
import { describe, expect, it } from 'vitest'
import { findEmoji } from './emoji-source'

const labels = (query: string) => findEmoji(gemoji, query).map(({ label }) => label)

describe('emoji', () => {
  it('are found by a whole name first, then by its beginning, then by what describes them', () => {
    expect(labels('smile')[0]).toBe(':smile:')
    expect(labels('+1')[0]).toBe(':+1:')
    expect(labels('tad')[0]).toBe(':tada:')
    expect(labels('hooray')).toContain(':tada:')
    expect(labels('xyzzy')).toEqual([])
    expect(labels('face').length).toBeLessThanOrEqual(24)
  })
})
