import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type ShellCommand, shellCommands } from '../api/contract'
import { menuTemplate } from './menu'

type Item = MenuItemConstructorOptions
const flatten = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])

function build(platform: NodeJS.Platform, isDev = false) {
  const sent: ShellCommand[] = []
  const called: string[] = []
  const act = (name: string) => () => void called.push(name)
  const template = menuTemplate(platform, isDev, {
    command: (command) => void sent.push(command),
    openLibrary: act('openLibrary'),
    showLibrary: act('showLibrary'),
    showLog: act('showLog'),
    about: act('about'),
  })
  return { template, items: flatten(template), sent, called }
}
/** What Electron calls with when the writer chooses an item; our items take no notice of it. */
const choose = ({ click }: Item) => click?.({} as never, undefined, {} as never)

describe.each(['darwin', 'win32', 'linux'] as const)('the menu on %s', (platform) => {
  it('has every command of the screen once', () => {
    const { items, sent } = build(platform)
    items.forEach(choose)
    expect(sent.sort()).toEqual([...shellCommands].sort())
  })

  it('has what Longhand does by itself', () => {
    const { items, called } = build(platform)
    items.forEach(choose)
    expect(called).toEqual(expect.arrayContaining(['openLibrary', 'showLibrary', 'showLog']))
  })

  it('gives no key twice', () => {
    const keys = build(platform).items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has undo, clipboard, zoom, full screen, close and quit', () => {
    const roles = build(platform).items.map(({ role }) => role)
    for (const role of [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'togglefullscreen',
      'minimize',
      'close',
      'quit',
    ]) {
      expect(roles).toContain(role)
    }
  })

  it('has the tools of developers only for them', () => {
    const roles = (isDev: boolean) => build(platform, isDev).items.map(({ role }) => role)
    expect(roles(false)).not.toContain('toggleDevTools')
    expect(roles(false)).not.toContain('reload')
    expect(roles(true)).toContain('toggleDevTools')
  })
})

it('begins with the app’s own menu on a Mac alone', () => {
  const first = (platform: NodeJS.Platform) => build(platform).template[0]?.label
  expect([first('darwin'), first('win32'), first('linux')]).toEqual(['Longhand', '&File', '&File'])
})
