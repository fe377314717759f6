import { expect, it } from 'vitest'
import { chooseLanguages } from './choose-languages'

it.each([
  ['', ['en'], ['en', 'en-gb']],
  ['', ['en-US'], ['en']],
  ['', ['de', 'en-Latn-AU', 'pl'], ['en-gb', 'de']],
  ['', ['pl'], []],
  ['fr de', ['en'], ['de', 'fr']],
  ['off', ['en'], []],
  ['tlh', ['fr-CA'], ['fr']],
])('%j for %j is %j', (chosen, tags, languages) => {
  expect(chooseLanguages(chosen, tags)).toEqual(languages)
})
