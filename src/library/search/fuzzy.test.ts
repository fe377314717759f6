import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzyMatch } from './fuzzy'

const best = (typed: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, score: fuzzyMatch(typed, text)?.score ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.score - a.score)[0]?.text

describe('letters typed to find a title', () => {
  it.each([
    ['cache', 'How the cache is read', 'Charlie and his echo'],
    ['hcr', 'How caches are read', 'The chair'],
    ['wal', 'WAL, explained', 'A walk in the wild'],
  ])('%s is rather %j than %j', (typed, better, worse) => {
    expect(best(typed, worse, better)).toBe(better)
  })

  it('are marked', () => {
    expect(fuzzyMatch('hca', 'How caches')?.marks).toEqual([
      [0, 1],
      [4, 6],
    ])
    expect(fuzzyMatch('xyz', 'How caches')).toBeUndefined()
  })

  it('need no accents', () => {
    expect(fuzzyMatch('resume', 'Le résumé')?.marks).toEqual([[3, 9]])
    expect(fuzzyMatch('strasse', 'Die Straße')?.marks).toEqual([[4, 10]])
    expect(fuzzyMatch('ass', 'Straße')?.marks).toEqual([[3, 5]])
  })

  it('are all in what is marked, in order', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,4}$/),
        fc.stringMatching(/^[a-zA-Z ]{0,20}$/),
        (typed, text) => {
          const match = fuzzyMatch(typed, text)
          const isThere = new RegExp([...typed].join('.*')).test(text.toLowerCase())
          expect(match !== undefined).toBe(isThere)
          if (match === undefined) return
          expect(
            match.marks
              .map(([from, to]) => text.slice(from, to))
              .join('')
              .toLowerCase(),
          ).toBe(typed)
        },
      ),
    )
  })
})
