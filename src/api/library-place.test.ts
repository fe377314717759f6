import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { usualLibraryPath } from './library-place'

it('is among the documents where there are some', () => {
  expect(usualLibraryPath('/home/a', () => true)).toBe(resolve('/home/a/Documents/Longhand'))
  expect(usualLibraryPath('/home/a', () => false)).toBe(resolve('/home/a/Longhand'))
})
