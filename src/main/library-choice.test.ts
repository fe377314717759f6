import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseLibrary } from './library-choice'

const nothing = { args: [], environment: {}, last: undefined, usual: '/home/a/Longhand' }

describe('chooseLibrary', () => {
  it('makes a library in the usual place when nothing is said', () => {
    expect(chooseLibrary(nothing)).toEqual({ path: '/home/a/Longhand', create: true })
  })

  it('opens the last one, and does not make another when it is gone', () => {
    expect(chooseLibrary({ ...nothing, last: '/mnt/drive/Blog' })).toEqual({
      path: '/mnt/drive/Blog',
      create: false,
    })
  })

  it.each([['--library', 'x'], ['--library=x'], ['--no-sandbox', '--library', 'y', '--library=x']])(
    '%s %s is what the command line named',
    (...args) => {
      const choice = chooseLibrary({ ...nothing, args, environment: { LONGHAND_LIBRARY: 'z' }, last: 'w' })
      expect(choice).toEqual({ path: resolve('x'), create: true })
    },
  )

  it('takes the environment before what was open last', () => {
    const choice = chooseLibrary({ ...nothing, environment: { LONGHAND_LIBRARY: '/z' }, last: '/w' })
    expect(choice).toEqual({ path: resolve('/z'), create: true })
  })
})
