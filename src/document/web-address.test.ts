import { expect, it } from 'vitest'
import { hostOf } from '.'

it.each([
  ['https://example.org:8080/a', 'example.org:8080'],
  ['HTTP://Example.org', 'example.org'],
  ['ftp://example.org', undefined],
  ['https://', undefined],
  ['https://[', undefined],
  ['elsewhere', undefined],
])('the host of %s is %s', (address, host) => {
  expect(hostOf(address)).toBe(host)
})
