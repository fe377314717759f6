import { z } from 'zod'

/** What Electron does by itself for a menu item, as far as ours use it. */
const menuRoles = [
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'close',
  'minimize',
  'zoom',
  'front',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'delete',
  'selectAll',
  'startSpeaking',
  'stopSpeaking',
  'resetZoom',
  'zoomIn',
  'zoomOut',
] as const

/** What the shell does itself, without the page. */
const shellActs = ['open-library', 'show-library', 'show-log', 'about'] as const
export type ShellAct = (typeof shellActs)[number]

const label = z.string().max(200)

const leafSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('separator') }),
  z.object({
    kind: z.literal('command'),
    /** Of the page's command, which the shell gives back when the item is chosen. */
    id: z.string().max(100),
    label,
    /** As the page writes keys: `Mod+Shift+P`. Shown; the page itself listens for it. */
    key: z.string().max(40).optional(),
    isEnabled: z.boolean(),
  }),
  z.object({ kind: z.literal('role'), role: z.enum(menuRoles), label }),
  z.object({ kind: z.literal('shell'), act: z.enum(shellActs), label }),
])

const itemSchema = z.union([
  leafSchema,
  z.object({ kind: z.literal('menu'), label, items: z.array(leafSchema).max(100) }),
])

/**
 * The native menu as the page says it, in the writer's words and with the writer's keys. A title has its
 * mnemonic after `&`; labels of items are plain.
 */
export const menuSchema = z
  .array(
    z.object({
      label,
      /** What the system knows such a menu by. */
      role: z.enum(['window', 'help']).optional(),
      items: z.array(itemSchema).max(200),
    }),
  )
  .max(20)
export type NativeMenu = z.infer<typeof menuSchema>
export type NativeMenuItem = z.infer<typeof itemSchema>
