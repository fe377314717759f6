import { expect, it } from 'vitest'
import { revealTarget } from './reveal'

it.each([
  ['/home/a/Site', ['/home/a/Site', '/home/a/Site/index.html'], '/home/a/Site/index.html'],
  ['/home/a/Library', ['/home/a/Library'], '/home/a/Library'],
  ['/home/a/Gone', [], undefined],
  ['relative', ['relative'], undefined],
  ['//server/share', ['//server/share'], undefined],
  ['\\\\server\\share', ['\\\\server\\share'], undefined],
  ['/home/a\0', ['/home/a\0'], undefined],
])('%j with %j shows %j', (path, existing, shown) => {
  expect(revealTarget(path, (candidate) => existing.includes(candidate))).toBe(shown)
})
