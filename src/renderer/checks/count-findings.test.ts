import { expect, it } from 'vitest'
import { english } from '../../words'
import { countFindings, sayFindings } from './count-findings'

const found = (...severities: ('error' | 'warning' | 'note')[]) =>
  severities.map((severity) => ({ severity }))

it('counts by kind', () => {
  expect(countFindings(found('error', 'note', 'note'))).toEqual({ error: 1, warning: 0, note: 2 })
})

it.each([
  ['', found()],
  ['', found('note')],
  ['On the site there is 1 error.', found('error', 'note')],
  ['On the site there are 2 warnings.', found('warning', 'warning')],
  ['On the site there are 2 errors and 1 warning.', found('error', 'warning', 'error')],
])('says “%s”', (sentence, findings) => expect(sayFindings(findings, english)).toBe(sentence))
