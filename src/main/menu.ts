import type { MenuItemConstructorOptions } from 'electron'
import type { ShellCommand } from '../api/contract'

/** What the menu can do beside what Electron does by itself. */
export interface MenuActions {
  /** Sends a command to the screen. */
  command(command: ShellCommand): void
  openLibrary(): void
  showLibrary(): void
  showLog(): void
  about(): void
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** The whole menu bar, as its platform expects it. */
export function menuTemplate(platform: NodeJS.Platform, isDev: boolean, actions: MenuActions): Item[] {
  const isMac = platform === 'darwin'
  return [
    ...(isMac ? [applicationMenu(actions)] : []),
    fileMenu(isMac, actions),
    editMenu(isMac, actions),
    viewMenu(isDev, actions),
    goMenu(actions),
    windowMenu(isMac),
    helpMenu(isMac, actions),
  ]
}

const commandItem = (
  actions: MenuActions,
  label: string,
  command: ShellCommand,
  accelerator?: string,
): Item => ({
  label,
  click: () => actions.command(command),
  ...(accelerator === undefined ? {} : { accelerator }),
})

const applicationMenu = (actions: MenuActions): Item => ({
  label: 'Longhand',
  submenu: [
    { role: 'about' },
    separator,
    commandItem(actions, 'Preferences…', 'preferences'),
    commandItem(actions, 'Site Settings', 'site-settings', 'Cmd+,'),
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
})

const fileMenu = (isMac: boolean, actions: MenuActions): Item => ({
  label: '&File',
  submenu: [
    commandItem(actions, 'New Post', 'new-post', 'CmdOrCtrl+N'),
    separator,
    { label: 'Open Library…', accelerator: 'CmdOrCtrl+O', click: () => actions.openLibrary() },
    {
      label: isMac ? 'Show Library in Finder' : 'Show Library Folder',
      click: () => actions.showLibrary(),
    },
    separator,
    commandItem(actions, 'Import Markdown Folder…', 'import'),
    commandItem(actions, 'Export Site…', 'export', 'CmdOrCtrl+Shift+E'),
    commandItem(actions, 'Backups…', 'backups'),
    ...(isMac
      ? []
      : [
          commandItem(actions, 'Site Settings', 'site-settings', 'Ctrl+,'),
          commandItem(actions, 'Preferences…', 'preferences'),
        ]),
    separator,
    commandItem(actions, 'Save and Mark a Version', 'mark-version', 'CmdOrCtrl+S'),
    commandItem(actions, 'History of the Post', 'history', 'CmdOrCtrl+Shift+H'),
    separator,
    commandItem(actions, 'Rename Post', 'rename'),
    commandItem(actions, 'Publish, Update or Unpublish Post', 'publish', 'CmdOrCtrl+Shift+Enter'),
    commandItem(actions, 'Move Post to Trash', 'trash', 'CmdOrCtrl+Shift+Backspace'),
    separator,
    { role: 'close' },
    ...(isMac ? [] : [{ role: 'quit' as const }]),
  ],
})

const editMenu = (isMac: boolean, actions: MenuActions): Item => ({
  label: '&Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'delete' },
    { role: 'selectAll' },
    separator,
    commandItem(actions, 'Find in Post', 'find', 'CmdOrCtrl+F'),
    commandItem(actions, 'Search Posts', 'search-posts', 'CmdOrCtrl+Shift+F'),
    ...(isMac
      ? [
          separator,
          {
            label: 'Speech',
            submenu: [{ role: 'startSpeaking' as const }, { role: 'stopSpeaking' as const }],
          },
        ]
      : []),
  ],
})

const viewMenu = (isDev: boolean, actions: MenuActions): Item => ({
  label: '&View',
  submenu: [
    commandItem(actions, 'Command Palette', 'command-palette', 'CmdOrCtrl+Shift+P'),
    separator,
    commandItem(actions, 'Toggle Sidebar', 'toggle-sidebar', 'CmdOrCtrl+\\'),
    commandItem(actions, 'Toggle Post List', 'toggle-post-list', 'CmdOrCtrl+Shift+\\'),
    commandItem(actions, 'Toggle Preview', 'toggle-preview'),
    commandItem(actions, 'Next View', 'next-view', 'CmdOrCtrl+E'),
    commandItem(actions, 'Checks', 'checks', 'F7'),
    separator,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
    ...(isDev ? [separator, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
  ],
})

const goMenu = (actions: MenuActions): Item => ({
  label: '&Go',
  submenu: [
    commandItem(actions, 'Previous Post', 'previous-post', 'CmdOrCtrl+Alt+Up'),
    commandItem(actions, 'Next Post', 'next-post', 'CmdOrCtrl+Alt+Down'),
    separator,
    commandItem(actions, 'Next Pane', 'next-pane', 'F6'),
  ],
})

const windowMenu = (isMac: boolean): Item => ({
  label: '&Window',
  role: 'window',
  submenu: [
    { role: 'minimize' },
    ...(isMac ? [{ role: 'zoom' as const }, separator, { role: 'front' as const }] : []),
  ],
})

const helpMenu = (isMac: boolean, actions: MenuActions): Item => ({
  label: '&Help',
  role: 'help',
  submenu: [
    commandItem(actions, 'Keyboard Shortcuts', 'keyboard-shortcuts'),
    { label: 'Show Log File', click: () => actions.showLog() },
    ...(isMac ? [] : [separator, { label: 'About Longhand', click: () => actions.about() }]),
  ],
})
