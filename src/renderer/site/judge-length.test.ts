import { expect, it } from 'vitest'
import { english } from '../../words'
import { judgeLength } from './judge-length'

const range = { min: '0.9rem', max: '1.5rem' }

it.each([
  ['1rem', undefined],
  [' 1.125rem ', undefined],
  ['0.9rem', undefined],
  ['0.5rem', 'At least 0.9rem.'],
  ['2rem', 'At most 1.5rem.'],
  ['18px', 'A length looks like 0.9rem.'],
  ['1', 'A length looks like 0.9rem.'],
  ['1rem; color: red', 'A length looks like 0.9rem.'],
  ['', 'A length looks like 0.9rem.'],
])('%s: %s', (text, sentence) => expect(judgeLength(text, range, english)).toBe(sentence))

it('any length will do where the theme has no bounds', () => {
  expect(judgeLength('40px', {}, english)).toBeUndefined()
  expect(judgeLength('wide', {}, english)).toBe('A length looks like 1rem.')
})
