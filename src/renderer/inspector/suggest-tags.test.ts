import { expect, it } from 'vitest'
import { suggestTags } from './suggest-tags'

const known = [
  { name: 'Rust', count: 2 },
  { name: 'ruby', count: 5 },
  { name: 'web', count: 9 },
]

it.each<[string, string[], string[]]>([
  ['ru', [], ['ruby', 'Rust']],
  [' RU', ['ruby'], ['Rust']],
  ['x', [], []],
  ['', [], []],
])('“%s” beside %j suggests %j', (text, present, expected) => {
  expect(suggestTags(text, known, present)).toEqual(expected)
})
