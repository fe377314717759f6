import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMatches, type TextPattern } from './text-pattern'

const plain: TextPattern = { find: '', replace: '', matchesCase: false, wholeWords: false, isRegExp: false }

/** The text with every match replaced. */
function replaceAll(text: string, pattern: Partial<TextPattern>): string {
  let end = 0
  let out = ''
  for (const { from, to, replacement } of findMatches(text, { ...plain, ...pattern })) {
    out += text.slice(end, from) + replacement
    end = to
  }
  return out + text.slice(end)
}

describe('words', () => {
  it('are found in capitals or not, unless they have to be the same', () => {
    expect(replaceAll('Cache, cache, CACHE', { find: 'cache', replace: 'store' })).toBe('store, store, store')
    expect(replaceAll('Cache, cache', { find: 'cache', replace: 'store', matchesCase: true })).toBe(
      'Cache, store',
    )
  })

  it('mean themselves, whatever signs are in them', () => {
    expect(replaceAll('a.b (c) $1 \\n', { find: '(c) $1 \\n', replace: '$& \\t' })).toBe('a.b $& \\t')
  })

  it('can have to be whole, in any script', () => {
    const whole = { find: 'über', replace: 'X', wholeWords: true }
    expect(replaceAll('über überall, vorüber (über) über_', whole)).toBe('X überall, vorüber (X) über_')
  })
})

describe('regular expressions', () => {
  it('put their groups where they are asked for', () => {
    const swap = { find: '(\\w+), (?<first>\\w+)', replace: '$<first> $1 $$ $& $3', isRegExp: true }
    expect(replaceAll('Lovelace, Ada', swap)).toBe('Ada Lovelace $ Lovelace, Ada $3')
    expect(replaceAll('ab', { find: '(a)', replace: '$12\\n\\t\\\\', isRegExp: true })).toBe('a2\n\t\\b')
  })

  it('know lines, and match nothing where they match nothing', () => {
    expect(replaceAll('one\ntwo', { find: '^', replace: '> ', isRegExp: true })).toBe('one\ntwo')
    expect(replaceAll('one\ntwo', { find: '^.', replace: '-', isRegExp: true })).toBe('-ne\n-wo')
    expect(replaceAll('aXa', { find: 'x*', replace: '-', isRegExp: true })).toBe('a-a')
  })

  it.each(['(', 'a)(b', '[', '\\'])('%s is none', (find) => {
    expect(() => [...findMatches('text', { ...plain, find, isRegExp: true })]).toThrow(
      'not a regular expression',
    )
  })
})

it('what is found is what was sought, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      (text, find) => {
        let end = 0
        for (const { from, to } of findMatches(`${text}${find}${text}`, {
          ...plain,
          find,
          matchesCase: true,
        })) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(`${text}${find}${text}`.slice(from, to)).toBe(find)
          end = to
        }
        expect(end).toBeGreaterThan(0)
      },
    ),
  )
})
