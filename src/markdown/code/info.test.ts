import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCodeInfo } from './info'

describe('an info string', () => {
  it('may be the language alone', () => {
    expect(readCodeInfo('ts')).toEqual({
      language: 'ts',
      title: '',
      marked: new Set(),
      firstLine: null,
      isDiff: false,
    })
  })

  it('takes its options in any order', () => {
    const expected = {
      language: 'ts',
      title: 'src/a b.ts',
      marked: new Set([1, 3, 4, 5]),
      firstLine: 1,
      isDiff: true,
    }
    expect(readCodeInfo('ts title="src/a b.ts" {1,3-5} showLineNumbers diff')).toEqual(expected)
    expect(readCodeInfo("ts diff showLineNumbers {1, 3-5} title='src/a b.ts'")).toEqual(expected)
  })

  it.each([
    ['js{1,2}', 'js', [1, 2]],
    ['{2}', '', [2]],
    ['  c++  ', 'c++', []],
    ['ruby startline=3 $%@#$', 'ruby', []],
    ['js {a}', 'js', []],
    ['js {3-1}', 'js', []],
    ['', '', []],
  ])('%j has the language %j and marks %j', (info, language, marked) => {
    expect(readCodeInfo(info)).toMatchObject({ language, marked: new Set(marked) })
  })

  it('starts to count where it says', () => {
    expect(readCodeInfo('js showLineNumbers=10').firstLine).toBe(10)
  })

  it('reads no options out of a title', () => {
    expect(readCodeInfo('js title="{1} diff showLineNumbers"')).toMatchObject({
      marked: new Set(),
      isDiff: false,
      firstLine: null,
    })
  })

  it('marks no more lines than a page can have', () => {
    expect(readCodeInfo('js {1-999999}').marked.size).toBe(10_000)
  })

  it('is read whatever it holds', () => {
    const word = fc.constantFrom(
      'js',
      '{',
      '}',
      '1-2',
      ',',
      ' ',
      'title=',
      '"',
      "'",
      'diff',
      'showLineNumbers',
      '=',
    )
    fc.assert(fc.property(fc.array(word), (words) => void readCodeInfo(words.join(''))))
  })

  it('says the same in any order of its options', () => {
    const parts = fc.record({
      title: fc.string({ maxLength: 20 }).filter((title) => !/["\\\s{]/.test(title)),
      first: fc.nat(9999),
      marked: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1 }),
      isDiff: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, fc.infiniteStream(fc.nat()), ({ title, first, marked, isDiff }, order) => {
        const options = [
          `title="${title}"`,
          `showLineNumbers=${first}`,
          `{${marked.join(',')}}`,
          isDiff ? 'diff' : '',
        ]
          .map((option) => ({ option, at: order.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ option }) => option)
        expect(readCodeInfo(`ts ${options.join(' ')}`)).toEqual({
          language: 'ts',
          title,
          marked: new Set(marked),
          firstLine: first,
          isDiff,
        })
      }),
    )
  })
})
