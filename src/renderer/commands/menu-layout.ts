import type { NativeMenu, NativeMenuItem, ShellAct } from '../../api/contract'
import { type Term, term, type Words } from '../../words'
import { tableTextCommands } from '../editor/tables'
import type { Command } from './command'
import { isMac } from './keys'

type Role = Extract<NativeMenuItem, { kind: 'role' }>['role']

/** An item of the layout: the id of a command, a line, a place for the group's other commands, or the system's. */
type Place =
  | string
  | { readonly role: Role; readonly label: Term }
  | { readonly act: ShellAct; readonly label: Term }
  | { readonly menu: Term; readonly ids: readonly string[] }

interface Title {
  readonly label: Term
  readonly role?: 'window' | 'help'
  /** The groups whose commands stand at `*`, unless they have a place of their own. */
  readonly groups: readonly Command['group'][]
  readonly places: readonly Place[]
}

const role = (name: Role, label: Term): Place => ({ role: name, label })
const line = '-'
const rest = '*'

const application: Title = {
  label: term('[menu] Longhand'),
  groups: [],
  places: [
    role('about', term('[menu] About Longhand')),
    line,
    'settings',
    line,
    role('services', term('[menu] Services')),
    line,
    role('hide', term('[menu] Hide Longhand')),
    role('hideOthers', term('[menu] Hide others')),
    role('unhide', term('[menu] Show all')),
    line,
    role('quit', term('[menu] Quit Longhand')),
  ],
}

const file = (onMac: boolean): Title => ({
  label: term('[menu] &File'),
  groups: ['Posts'],
  places: [
    'new-post',
    'new-page',
    'quick-open',
    line,
    { act: 'open-library', label: term('[menu] Open library…') },
    { act: 'show-library', label: term('[menu] Show library folder') },
    line,
    'mark-version',
    'history',
    line,
    rest,
    line,
    'trash',
    'restore',
    'empty-trash',
    line,
    ...(onMac ? [] : ['settings', line]),
    role('close', term('[menu] Close window')),
    ...(onMac ? [] : [role('quit', term('[menu] Quit'))]),
  ],
})

const edit = (onMac: boolean): Title => ({
  label: term('[menu] &Edit'),
  groups: [],
  places: [
    role('undo', term('[menu] Undo')),
    role('redo', term('[menu] Redo')),
    line,
    role('cut', term('[menu] Cut')),
    role('copy', term('[menu] Copy')),
    role('paste', term('[menu] Paste')),
    role('pasteAndMatchStyle', term('[menu] Paste as plain text')),
    role('selectAll', term('[menu] Select all')),
    line,
    'find',
    'replace',
    'find-next',
    'find-previous',
    line,
    'search-posts',
    'replace-in-library',
    ...(onMac
      ? [
          line,
          role('startSpeaking', term('[menu] Start speaking')),
          role('stopSpeaking', term('[menu] Stop speaking')),
        ]
      : []),
  ],
})

const headings = ['heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading-5', 'heading-6']

const tableIds = tableTextCommands.map(({ id }) => id)

const format: Title = {
  label: term('[menu] F&ormat'),
  groups: ['Text'],
  places: [
    { menu: term('[menu] Heading'), ids: headings },
    { menu: term('[menu] Table'), ids: tableIds },
    'body',
    line,
    'bold',
    'italic',
    'strikethrough',
    'code',
    'link',
    line,
    rest,
  ],
}

const view: Title = {
  label: term('[menu] &View'),
  groups: ['View'],
  places: [
    'command-palette',
    line,
    'next-view',
    'toggle-preview',
    'toggle-sidebar',
    'toggle-post-list',
    line,
    'focus',
    'typewriter',
    'full-screen',
    line,
    role('resetZoom', term('[menu] Actual size')),
    role('zoomIn', term('[menu] Zoom in')),
    role('zoomOut', term('[menu] Zoom out')),
    line,
    rest,
  ],
}

const go: Title = {
  label: term('[menu] &Go'),
  groups: [],
  places: [
    'previous-post',
    'next-post',
    line,
    'go-text',
    'next-pane',
    'previous-pane',
    line,
    'go-all',
    'go-draft',
    'go-published',
    'go-changed',
    'go-page',
    'go-tags',
    'go-media',
    'go-trash',
  ],
}

const site: Title = {
  label: term('[menu] &Site'),
  groups: ['Site'],
  places: ['publish', 'unpublish', 'see-changes', 'discard-changes', line, rest],
}

const windows = (onMac: boolean): Title => ({
  label: term('[menu] &Window'),
  role: 'window',
  groups: [],
  places: [
    role('minimize', term('[menu] Minimise')),
    ...(onMac
      ? [role('zoom', term('[menu] Zoom')), line, role('front', term('[menu] Bring all to front'))]
      : []),
  ],
})

const help = (onMac: boolean): Title => ({
  label: term('[menu] &Help'),
  role: 'help',
  groups: ['Help'],
  places: [
    rest,
    line,
    { act: 'show-log', label: term('[menu] Show log file') },
    ...(onMac ? [] : [line, { act: 'about', label: term('[menu] About Longhand') } as const]),
  ],
})

/** The native menu: every command has a place in it, its own or one among its group's. */
export function layOutMenu(commands: readonly Command[], { say }: Words, onMac = isMac): NativeMenu {
  const titles = [
    ...(onMac ? [application] : []),
    file(onMac),
    edit(onMac),
    format,
    view,
    go,
    site,
    windows(onMac),
    help(onMac),
  ]
  const placed = new Set(titles.flatMap(({ places }) => places.flatMap(idsOf)))
  const byId = new Map(commands.map((command) => [command.id, toItem(command)]))
  const fill = (place: Place, groups: Title['groups']): readonly NativeMenuItem[] => {
    if (place === line) return [{ kind: 'separator' }]
    if (place === rest) {
      return commands.filter(({ id, group }) => groups.includes(group) && !placed.has(id)).map(toItem)
    }
    if (typeof place === 'string') return toList(byId.get(place))
    if ('role' in place) return [{ kind: 'role', role: place.role, label: say(place.label) }]
    if ('act' in place) return [{ kind: 'shell', act: place.act, label: say(place.label) }]
    const items = place.ids.flatMap((id) => toList(byId.get(id)))
    return items.length === 0 ? [] : [{ kind: 'menu', label: say(place.menu), items }]
  }
  return titles.map(({ label, role: systemRole, groups, places }) => ({
    label: say(label),
    items: withoutIdleLines(places.flatMap((place) => fill(place, groups))),
    ...(systemRole === undefined ? {} : { role: systemRole }),
  }))
}

const idsOf = (place: Place): readonly string[] =>
  typeof place === 'string' ? [place] : 'ids' in place ? place.ids : []

type CommandItem = Extract<NativeMenuItem, { kind: 'command' }>
const toList = (item: CommandItem | undefined) => (item === undefined ? [] : [item])

const toItem = ({ id, name, keys: [key], isEnabled }: Command): CommandItem => ({
  kind: 'command',
  id,
  label: name,
  isEnabled,
  ...(key === undefined ? {} : { key }),
})

/** A line stands between items alone. */
const withoutIdleLines = (items: readonly NativeMenuItem[]): NativeMenuItem[] =>
  items.filter(
    ({ kind }, index) =>
      kind !== 'separator' ||
      (index > 0 &&
        index < items.length - 1 &&
        items[index - 1]?.kind !== 'separator' &&
        hasMore(items, index)),
  )

const hasMore = (items: readonly NativeMenuItem[], index: number) =>
  items.slice(index).some(({ kind }) => kind !== 'separator')
