import { expect, it } from 'vitest'
import { answerQuery } from './frame-appearance'

it.each([
  ['screen and (prefers-color-scheme: dark)', 'dark', 'screen and (min-width: 0px)'],
  ['screen and (prefers-color-scheme: dark)', 'light', 'screen and (max-width: 0px)'],
  ['(prefers-color-scheme:light) and (min-width: 48rem)', 'dark', '(max-width: 0px) and (min-width: 48rem)'],
  ['(prefers-color-scheme: dark)', 'system', '(prefers-color-scheme: dark)'],
] as const)('%s, when the writer wants %s, is %s', (query, appearance, expected) => {
  expect(answerQuery(query, appearance)).toBe(expected)
})
