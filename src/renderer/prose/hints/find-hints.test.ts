import { expect, it } from 'vitest'
import { findHints } from './find-hints'

const hintsOf = (text: string, language = 'en') =>
  findHints(text, language).map(({ rule, from, to }) => [rule, text.slice(from, to)])

it.each([
  ['We saw the the file.', [['repeated', 'the the']]],
  ['An user came.', [['article', 'An']]],
  ['We utilize tools.', [['simplify', 'utilize']]],
  ['The file was written.', [['passive', 'written']]],
  ['It is very fast.', [['intensify', 'very']]],
  ['The guys came.', [['equality', 'guys']]],
  ['Files hold bytes.', []],
  ['We call \uFFFC\uFFFC and the \uFFFC\uFFFC the.', []],
])('of %j', (text, hints) => {
  expect(hintsOf(text)).toEqual(hints)
})

it('says what may be better', () => {
  expect(findHints('We utilize tools.', '')[0]?.expected).toEqual(['use'])
})

it('names sentences that are hard to read, and long ones', () => {
  const hard =
    'Notwithstanding considerable institutional difficulties, the implementation of organisational infrastructures necessitates comprehensive reconsideration.'
  expect(hintsOf(hard).map(([rule]) => rule)).toContain('readability')
  const long = `It is ${'a day and '.repeat(14)}then it ends.`
  expect(hintsOf(long)).toContainEqual(['long', long])
})

it('asks of other languages only what is true in any', () => {
  expect(hintsOf('Wir haben die die Datei, was utilize heißt.', 'de')).toEqual([['repeated', 'die die']])
  expect(hintsOf('Nous nous voyons, an user.', 'fr').every(([rule]) => rule === 'repeated')).toBe(true)
})
