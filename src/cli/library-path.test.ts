import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseLibrary } from './library-path'

const nothing = { option: undefined, environment: {}, home: '/home/ana', exists: () => false }

describe('chooseLibrary', () => {
  it('takes --library, then LONGHAND_LIBRARY, then the usual place', () => {
    const environment = { LONGHAND_LIBRARY: '/env' }
    expect(chooseLibrary({ ...nothing, option: 'here', environment })).toBe(resolve('here'))
    expect(chooseLibrary({ ...nothing, environment })).toBe(resolve('/env'))
    expect(chooseLibrary({ ...nothing, environment: { LONGHAND_LIBRARY: '' } })).toBe(
      join('/home/ana', 'Longhand'),
    )
  })

  it('prefers the folder for documents where there is one', () => {
    const documents = join('/home/ana', 'Documents')
    expect(chooseLibrary({ ...nothing, exists: (path) => path === documents })).toBe(
      join(documents, 'Longhand'),
    )
  })
})
