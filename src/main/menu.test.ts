import type { KeyboardEvent, MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuSchema, type NativeMenu } from '../api/contract'
import { english } from '../words'
import { toAccelerator } from './accelerator'
import { firstMenu, menuTemplate } from './menu'

type Item = MenuItemConstructorOptions
const flatten = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

const menu: NativeMenu = [
  {
    label: '&File',
    items: [
      { kind: 'command', id: 'new-post', label: 'New post', key: 'Mod+N', isEnabled: true },
      { kind: 'command', id: 'trash', label: 'Q&A to trash', key: 'Mod+ё', isEnabled: false },
      { kind: 'separator' },
      { kind: 'shell', act: 'open-library', label: 'Open library…' },
      { kind: 'menu', label: 'More', items: [{ kind: 'role', role: 'copy', label: 'Copy' }] },
    ],
  },
  { label: '&Help', role: 'help', items: [] },
]

function build(platform: NodeJS.Platform, isDev = false) {
  const done: string[] = []
  const act = (name: string) => () => void done.push(name)
  const template = menuTemplate(menu, platform, isDev, {
    command: (id) => void done.push(id),
    'open-library': act('open-library'),
    'show-library': act('show-library'),
    'show-log': act('show-log'),
    about: act('about'),
  })
  const items = flatten(template)
  const find = (label: string) => items.find((item) => item.label === label) as Item
  return { template, items, find, done }
}
/** What Electron calls with when the writer chooses an item; our items take no notice of the item itself. */
const choose = ({ click }: Item, event: KeyboardEvent = {}) => click?.({} as never, {} as never, event)

describe('the native menu', () => {
  it('has what the page says, and gives its commands and acts back', () => {
    const { find, done, items } = build('linux')
    choose(find('New post'))
    choose(find('Open library…'))
    expect(done).toEqual(['new-post', 'open-library'])
    expect(items.map(({ role }) => role)).toContain('copy')
  })

  it('shows a key and leaves it to the page, which hears it first', () => {
    const { find, done } = build('linux')
    expect(find('New post')).toMatchObject({ accelerator: 'CmdOrCtrl+N', registerAccelerator: false })
    choose(find('New post'), { triggeredByAccelerator: true })
    expect(done).toEqual([])
  })

  it('hears keys itself where no window is open', () => {
    const { find, done } = build('darwin')
    find('New post').click?.({} as never, undefined, { triggeredByAccelerator: true })
    expect(done).toEqual(['new-post'])
  })

  it('has no mnemonic where & is a sign, and no key that Electron doesn’t know', () => {
    const { find } = build('win32')
    expect(find('Q&&A to trash').accelerator).toBeUndefined()
    expect(find('Q&&A to trash').enabled).toBe(false)
    expect(build('darwin').template[0]?.label).toBe('File')
  })

  it('has the tools of developers only for them', () => {
    const roles = (isDev: boolean) => build('linux', isDev).items.map(({ role }) => role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(true)).toContain('toggleDevTools')
  })

  it('can be left before a page is there', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const first = firstMenu(platform, english)
      expect(menuSchema.parse(first)).toEqual(first)
      expect(JSON.stringify(first)).toContain('quit')
    }
  })
})

it.each([
  ['Mod+Shift+P', 'CmdOrCtrl+Shift+P'],
  ['Mod+Alt+ArrowUp', 'CmdOrCtrl+Alt+Up'],
  ['Ctrl+Mod+F', 'Ctrl+CmdOrCtrl+F'],
  ['F11', 'F11'],
  ['Mod+`', 'CmdOrCtrl+`'],
  ['Mod+ё', undefined],
])('%s is %s to Electron', (key, accelerator) => {
  expect(toAccelerator(key)).toBe(accelerator)
})
