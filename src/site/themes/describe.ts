import { parse } from 'yaml'
import { z } from 'zod'
import { accepts, settingSchema, type ThemeSetting } from './settings'
import { readThemeFile, type ThemeFolders, wrongTheme } from './theme-files'

/** A theme is named by its folder. */
export const themeName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'A theme is named by its folder: a-z, 0-9 and hyphens.')

const describeSchema = z.strictObject({
  /** What the theme is called. */
  name: z.string().min(1).max(100),
  /** A sentence about it by language. */
  description: z.record(z.string(), z.string().max(300)).optional(),
  /** The theme that gives whatever this one doesn't have. */
  extends: themeName.optional(),
  /** It is there to be extended alone. */
  base: z.boolean().optional(),
  /** How many cards a page of an index or a tag has. */
  postsPerPage: z.number().int().min(1).max(100).optional(),
  /** Style sheets, joined into `site.css` after those of the theme that is extended. */
  styles: z
    .array(z.string().regex(/^[\w-]+(\/[\w-]+)*\.css$/))
    .max(50)
    .default([]),
  settings: z.array(settingSchema).max(50).default([]),
  /** Other defaults for settings of the theme that is extended. */
  defaults: z.record(z.string(), z.union([z.string(), z.boolean()]).transform(String)).default({}),
  /** Words of the pages by language, then by name. */
  words: z.record(z.string(), z.record(z.string(), z.string().max(500))).default({}),
})
type Described = z.infer<typeof describeSchema>

/** What `theme.yaml` says, together with those of the themes that it extends. */
export interface ThemeDescription {
  readonly name: string
  readonly description: Readonly<Record<string, string>>
  readonly extends: string | null
  readonly isBase: boolean
  readonly postsPerPage: number
  readonly styles: readonly string[]
  readonly settings: readonly ThemeSetting[]
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Reads one folder's `theme.yaml`. Throws `theme`. */
export function readDescription(folder: string): Described {
  const source = readThemeFile(folder, 'theme.yaml').toString('utf8')
  let value: unknown
  try {
    value = parse(source, { schema: 'core', maxAliasCount: 0, logLevel: 'error' })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw wrongTheme(folder, `theme.yaml is not valid YAML: ${reason}`, error)
  }
  const described = describeSchema.safeParse(value)
  if (described.success) return described.data
  const [issue] = described.error.issues
  throw wrongTheme(folder, `theme.yaml, ${issue?.path.join('.') || 'top level'}: ${issue?.message ?? ''}`)
}

/** What a theme and those it extends say together: the nearest to it wins. Throws `theme`. */
export function describeTheme(folders: ThemeFolders): ThemeDescription {
  const all = folders.map(readDescription)
  const [own] = all
  const folder = folders[0]
  if (own === undefined || folder === undefined) throw new Error('a theme without a folder')
  const fromTheRoot = [...all].reverse()
  const words = joinWords(fromTheRoot)
  if (words.en === undefined) throw wrongTheme(folder, 'theme.yaml, words: English (en) is missing')
  return {
    name: own.name,
    description: own.description ?? {},
    extends: own.extends ?? null,
    isBase: own.base === true,
    postsPerPage: all.find(({ postsPerPage }) => postsPerPage !== undefined)?.postsPerPage ?? 10,
    styles: [...new Set(fromTheRoot.flatMap(({ styles }) => styles))],
    settings: joinSettings(folder, fromTheRoot),
    words,
  }
}

function joinSettings(folder: string, fromTheRoot: readonly Described[]): ThemeSetting[] {
  const settings = new Map<string, ThemeSetting>()
  for (const described of fromTheRoot) {
    for (const setting of described.settings) settings.set(setting.name, setting)
    for (const [name, value] of Object.entries(described.defaults)) {
      const setting = settings.get(name)
      if (setting === undefined || !accepts(setting, value))
        throw wrongTheme(
          folder,
          `theme.yaml, defaults.${name}: no setting of that name has the value ${value}`,
        )
      settings.set(name, { ...setting, default: value })
    }
  }
  return [...settings.values()]
}

function joinWords(fromTheRoot: readonly Described[]): Record<string, Record<string, string>> {
  const joined: Record<string, Record<string, string>> = Object.create(null)
  for (const { words } of fromTheRoot) {
    for (const [language, texts] of Object.entries(words))
      joined[language] = { ...joined[language], ...texts }
  }
  return joined
}
