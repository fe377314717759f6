import { lstatSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LonghandError } from '../../document'
import { describeTheme, readDescription, themeName } from './describe'
import type { ThemeSetting } from './settings'
import { type ThemeFolders, wrongTheme } from './theme-files'

/** Where themes are: those that ship, and the writer's own in the library. */
export interface ThemePlaces {
  readonly shipped: string
  /** `<library>/themes`; it need not exist. */
  readonly own?: string | undefined
}

/** A theme as a settings screen offers it: plain data. */
export interface ThemeChoice {
  /** The folder's name, which `SiteSettings.theme` holds. */
  readonly name: string
  readonly title: string
  /** By language; may be empty. */
  readonly description: Readonly<Record<string, string>>
  readonly settings: readonly ThemeSetting[]
  readonly isOwn: boolean
  readonly extends: string | null
  /** Why it can't be used; null when it can. */
  readonly problem: string | null
}

const deepest = 5

/**
 * The folders of a theme and those it extends. A writer's own theme goes before one that ships, so that it
 * may extend the one of its own name. Throws `theme` when there is none, or when it extends itself.
 */
export function findTheme(name: string, places: ThemePlaces): ThemeFolders {
  const folder = foldersOf(name, places)[0]
  if (folder === undefined) throw new LonghandError('theme', `There is no theme called “${name}”.`)
  return withExtended(folder, places)
}

/** The folders of the theme in `folder`; the one that it extends is looked for beside it. Throws `theme`. */
export function themeIn(folder: string): ThemeFolders {
  return withExtended(folder, { shipped: dirname(folder) })
}

/** Every theme that can be chosen, those that ship first, by name. One that is broken says why. */
export function listThemes(places: ThemePlaces): ThemeChoice[] {
  const found = new Map<string, boolean>()
  for (const name of themesIn(places.shipped)) found.set(name, false)
  for (const name of places.own === undefined ? [] : themesIn(places.own)) found.set(name, true)
  return [...found].flatMap(([name, isOwn]) => choiceOf(name, isOwn, places))
}

function choiceOf(name: string, isOwn: boolean, places: ThemePlaces): ThemeChoice[] {
  try {
    const described = describeTheme(findTheme(name, places))
    if (described.isBase) return []
    const { name: title, description, settings } = described
    return [{ name, title, description, settings, isOwn, extends: described.extends, problem: null }]
  } catch (error) {
    if (!(error instanceof LonghandError)) throw error
    const problem = error.message
    return [{ name, title: name, description: {}, settings: [], isOwn, extends: null, problem }]
  }
}

function withExtended(first: string, places: ThemePlaces): ThemeFolders {
  const folders = [first]
  for (let folder = first; ; ) {
    const wanted = readDescription(folder).extends
    if (wanted === undefined) return folders
    const next = foldersOf(wanted, places).find((candidate) => !folders.includes(candidate))
    if (next === undefined)
      throw wrongTheme(first, `theme.yaml, extends: there is no other theme called “${wanted}”`)
    if (folders.length === deepest) throw wrongTheme(first, `it extends more than ${deepest - 1} themes`)
    folders.push(next)
    folder = next
  }
}

/** Where a theme of that name may be, the writer's own first. A name leads to no other folder. */
function foldersOf(name: string, { own, shipped }: ThemePlaces): string[] {
  if (!themeName.safeParse(name).success) return []
  return [own, shipped].flatMap((place) =>
    place !== undefined && isFolder(join(place, name)) ? [join(place, name)] : [],
  )
}

function themesIn(place: string): string[] {
  if (!isFolder(place)) return []
  return readdirSync(place)
    .filter((name) => themeName.safeParse(name).success && isFolder(join(place, name)))
    .sort()
}

const isFolder = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true
