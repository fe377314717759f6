import { expect, it } from 'vitest'
import { addressPrefix, slugIn } from './address-prefix'

const date = '2026-11-24T09:30:00+01:00'

it.each([
  ['/posts/{slug}/', 'post', '/posts/'],
  ['/{slug}/', 'post', '/'],
  ['/{year}/{month}/{slug}', 'post', '/2026/11/'],
  ['/blog/{year}/{month}/{day}/{slug}/', 'post', '/blog/2026/11/24/'],
  ['/posts/{slug}/', 'page', '/'],
] as const)('%s of a %s begins with %s', (permalink, kind, prefix) => {
  expect(addressPrefix(permalink, { kind, date })).toBe(prefix)
})

it.each([
  ['on-clocks', 'on-clocks'],
  [' on-clocks/ ', 'on-clocks'],
  ['/posts/on-clocks/', 'on-clocks'],
  ['/2026/11/on-clocks', 'on-clocks'],
  ['two/parts', 'two/parts'],
])('in %s the slug is %s', (typed, slug) => expect(slugIn(typed)).toBe(slug))
