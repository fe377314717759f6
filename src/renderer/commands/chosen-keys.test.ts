import { describe, expect, it } from 'vitest'
import { chooseKey, ownerOf, resetKeys, withChosenKeys } from './chosen-keys'
import type { Command } from './command'

const command = (id: string, ...keys: string[]): Command => ({
  id,
  name: id,
  group: 'Posts',
  keys,
  isEnabled: true,
  run: () => undefined,
})
const table = [command('new', 'Mod+N', 'Alt+N'), command('bold', 'Mod+B'), command('import')]
const keysOf = (chosen: Parameters<typeof withChosenKeys>[1]) =>
  Object.fromEntries(withChosenKeys(table, chosen).map(({ id, keys }) => [id, keys]))

describe('chosen keys', () => {
  it('take the place of the usual ones', () => {
    expect(keysOf({ import: ['Mod+Shift+I'], bold: [] })).toEqual({
      new: ['Mod+N', 'Alt+N'],
      bold: [],
      import: ['Mod+Shift+I'],
    })
  })

  it('are taken from whoever had them, and come back with a reset', () => {
    const chosen = chooseKey({}, 'import', 'Mod+N')
    expect(keysOf(chosen)).toEqual({ new: ['Alt+N'], bold: ['Mod+B'], import: ['Mod+N'] })
    expect(keysOf(resetKeys(chosen, 'import'))).toEqual(keysOf({}))
    const moved = chooseKey(chosen, 'bold', 'Mod+N')
    expect(keysOf(moved)).toEqual({ new: ['Alt+N'], bold: ['Mod+N'], import: [] })
  })

  it('tell who has a key already', () => {
    expect(ownerOf(table, 'Mod+B', 'import')?.id).toBe('bold')
    expect(ownerOf(table, 'Mod+B', 'bold')).toBeUndefined()
  })
})
