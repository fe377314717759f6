import type { MenuItemConstructorOptions } from 'electron'
import type { NativeMenu, NativeMenuItem, ShellAct } from '../api/contract'
import type { Words } from '../words'
import { toAccelerator } from './accelerator'

/** What the menu can do beside what Electron does by itself. */
export type MenuActions = Readonly<Record<ShellAct, () => void>> & {
  /** Sends a command to the screen. */
  command(id: string): void
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** The menu bar that a page asked for, for Electron. */
export function menuTemplate(
  menu: NativeMenu,
  platform: NodeJS.Platform,
  isDev: boolean,
  actions: MenuActions,
): Item[] {
  const isMac = platform === 'darwin'
  const bar = menu.map(
    ({ label, role, items }): Item => ({
      // A Mac has no mnemonics.
      label: isMac ? label.replace('&', '') : label,
      submenu: items.map((item) => toItem(item, actions)),
      ...(role === undefined ? {} : { role }),
    }),
  )
  const forDevelopers: Item = {
    label: 'Develop',
    submenu: [{ role: 'reload' }, separator, { role: 'toggleDevTools' }],
  }
  return isDev ? [...bar, forDevelopers] : bar
}

function toItem(item: NativeMenuItem, actions: MenuActions): Item {
  switch (item.kind) {
    case 'separator':
      return separator
    case 'role':
      return { role: item.role, label: item.label }
    case 'shell':
      return { label: plain(item.label), click: () => actions[item.act]() }
    case 'menu':
      return { label: plain(item.label), submenu: item.items.map((inner) => toItem(inner, actions)) }
    case 'command': {
      const accelerator = item.key === undefined ? undefined : toAccelerator(item.key)
      return {
        label: plain(item.label),
        enabled: item.isEnabled,
        click: (_item, window, event) => {
          // The page hears its keys first; what it left alone was not meant for the command.
          if (window === undefined || !event?.triggeredByAccelerator) actions.command(item.id)
        },
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
      }
    }
  }
}

/** A label in which `&` is a sign and makes no mnemonic. */
const plain = (label: string) => label.replaceAll('&', '&&')

/** What there is before a page has said its own menu: enough to leave, to choose a library, and to see what happened. */
export function firstMenu(platform: NodeJS.Platform, { say }: Words): NativeMenu {
  const quit = { kind: 'role', role: 'quit', label: say('[menu] Quit') } as const
  return [
    ...(platform === 'darwin' ? [{ label: 'Longhand', items: [quit] }] : []),
    {
      label: say('[menu] &File'),
      items: [
        { kind: 'shell', act: 'open-library', label: say('[menu] Open library…') },
        { kind: 'separator' },
        quit,
      ],
    },
    {
      label: say('[menu] &Help'),
      role: 'help',
      items: [{ kind: 'shell', act: 'show-log', label: say('[menu] Show log file') }],
    },
  ]
}
