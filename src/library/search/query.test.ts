import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteForSearch } from '../../document'
import { matchOf, parseQuery } from './query'
import { wordsOf } from './words'

const day = (date: string) => Date.parse(date)

describe('a query', () => {
  it.each([
    ['warm cach', '"warm" AND "cach" *'],
    ['warm cache ', '"warm" AND "cache"'],
    ['"warm cache"', '"warm cache"'],
    ['"warm cach', '"warm cach" *'],
    ['"warm cache" x', '"warm cache" AND "x" *'],
    ['state-machine', '"state machine" *'],
    ["don't!", '"don t"'],
    ['Crème BRÛLÉE', '"creme" AND "brulee" *'],
    ['東京の天気', '"東京" * AND "の" * AND "天気" *'],
    ['"東京の天気"', '"東京 の 天気" *'],
    ['NOT OR (a) b^2 *', '"not" AND "or" AND "a" AND "b 2"'],
    ['http://example.org', '"http example org" *'],
    ['note:this', '"note this" *'],
    ['status:odd now', '"status odd" AND "now" *'],
    ['before:soon now', '"before soon" AND "now" *'],
    ['… !?', undefined],
    ['', undefined],
  ])('%j asks for %s', (text, match) => {
    expect(matchOf(parseQuery(text))).toBe(match)
  })

  it.each([
    ['tag:rust', { tags: ['rust'] }],
    ['TAG:"two words" tag:x', { tags: ['two words', 'x'] }],
    ['tag:"say ""hi"""', { tags: ['say "hi"'] }],
    ['status:draft', { statuses: ['draft'] }],
    ['status:Published status:draft', { statuses: ['published', 'draft'] }],
    ['before:2026-01-02', { before: day('2026-01-02') }],
    ['before:2026 before:2025-07', { before: day('2025-07-01') }],
    ['after:2026-01-02T10:00:00+01:00 after:2020', { after: day('2026-01-02T09:00:00Z') }],
  ])('%j filters', (text, filters) => {
    const none = { terms: [], tags: [], statuses: [], before: undefined, after: undefined }
    expect(parseQuery(text)).toEqual({ ...none, ...filters })
  })

  it.each(['tag:', 'status:dra', 'before:202', 'after:2026-0', 'status:'])(
    'does not narrow by %j, which is being typed',
    (text) => {
      expect(parseQuery(`cache ${text}`)).toEqual(parseQuery('cache '))
    },
  )

  it('is read whatever it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '""', ' ', 'tag:', 'status:', 'before:', 'after:2026', 'draft', '-', '*', '東京'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const query = parseQuery(pieces.join(''))
        for (const { words } of query.terms) expect(words.length).toBeGreaterThan(0)
        expect(matchOf(query) ?? '""').toMatch(/^("[^"]*"( \*)?( AND )?)+$/)
      }),
    )
  })

  it('takes a quoted tag as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((tag) => tag.trim() !== ''),
        fc.string({ unit: 'grapheme' }),
        (tag, other) => {
          const query = parseQuery(`tag:${quoteForSearch(tag)} ${quoteForSearch(other)}`)
          expect(query.tags).toEqual([tag.trim()])
          expect(query.terms.flatMap(({ words }) => words)).toEqual(wordsOf(other))
        },
      ),
    )
  })
})
