import { describe, expect, it } from 'vitest'
import { cutForSearch, judgeSummary } from './summary-length'

describe('a summary', () => {
  it.each([
    ['empty', '  '],
    ['short', 'Why it was slow.'],
    ['good', 'x'.repeat(70)],
    ['good', 'x'.repeat(160)],
    ['long', 'x'.repeat(161)],
  ])('is %s', (verdict, summary) => expect(judgeSummary(summary)).toBe(verdict))

  it('counts what a reader sees, not how it is stored', () => {
    expect(judgeSummary('😀'.repeat(160))).toBe('good')
  })

  it('is cut at a word, and within one where there are no others', () => {
    expect(cutForSearch('one two, three four', 12)).toBe('one two …')
    expect(cutForSearch('one two', 12)).toBe('one two')
    expect(cutForSearch('とても長い文章です', 5)).toBe('とても長い …')
  })
})
