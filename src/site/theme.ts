import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { describeTheme, type ThemeDescription } from './themes/describe'
import { themeIn } from './themes/find-theme'
import { minifyCss } from './themes/minify-css'
import { cssOfSettings, type SettingValues, settingValues } from './themes/settings'
import {
  hasThemeFile,
  listThemeFiles,
  type ReadThemeFile,
  type ThemeFolders,
  themeReader,
  wrongTheme,
} from './themes/theme-files'

/** A file that the pages of a theme need: its bytes, and where they stand on the site. */
interface ThemeAsset {
  readonly bytes: Buffer
  /** `/assets/site-3f2a91bc04.css`: named by its content, so that it may be cached for ever. */
  readonly path: string
}

/** A theme with its settings, read whole into memory: nothing of it is read from the disk again. */
export interface Theme {
  readonly name: string
  readonly postsPerPage: number
  /** Liquid sources by path inside `layouts/`: `post.liquid`, `partials/card.liquid`. */
  readonly layouts: Readonly<Record<string, string>>
  /** By name as a layout asks for it: `site.css`, `favicon.svg`. */
  readonly assets: ReadonlyMap<string, ThemeAsset>
  /** What layouts see of the settings, by name. */
  readonly settings: SettingValues
  /** The theme's own words in the language, in its main language, or in English. */
  words(language: string): Readonly<Record<string, string>>
  /** SHA-256 of all of it: themes with equal fingerprints make equal pages. */
  readonly fingerprint: string
}

/** Every layout that a theme must have, itself or from the theme that it extends. */
export const pageLayouts = [
  'index',
  'post',
  'series',
  'tag',
  'tags',
  'archive',
  'author',
  'search',
  '404',
] as const
export type PageLayout = (typeof pageLayouts)[number]

/** The style sheet that all are joined into. */
const styleSheet = 'site.css'

/**
 * Reads a theme. Throws `theme` with a sentence that names the file and what is wrong with it. Links inside
 * the theme's folders are not followed.
 * @param at the folders that `findTheme` gave; or one folder, whose `extends` is looked for beside it
 * @param chosen `SiteSettings.themeSettings`; what the theme doesn't know or accept has no effect
 */
export function loadTheme(at: string | ThemeFolders, chosen: Readonly<Record<string, string>> = {}): Theme {
  const folders = typeof at === 'string' ? themeIn(at) : at
  const described = describeTheme(folders)
  const read = themeReader()
  const layouts = readLayouts(folders, read)
  const assets = readAssets(folders, described, chosen, read)
  const settings = settingValues(described.settings, chosen)
  const english = described.words.en ?? {}
  return {
    name: described.name,
    postsPerPage: described.postsPerPage,
    layouts,
    assets,
    settings,
    words: (language) => ({
      ...english,
      ...(described.words[language] ?? described.words[language.split('-')[0] ?? '']),
    }),
    fingerprint: fingerprintOf({
      described,
      layouts,
      settings,
      assets: [...assets.values()].map(({ path }) => path),
    }),
  }
}

function readLayouts(folders: ThemeFolders, read: ReadThemeFile): Record<string, string> {
  const layouts: Record<string, string> = Object.create(null)
  for (const folder of [...folders].reverse()) {
    for (const file of listThemeFiles(folder, 'layouts')) {
      if (extname(file) === '.liquid') layouts[file] = read(folder, `layouts/${file}`).toString('utf8')
    }
  }
  for (const name of pageLayouts) {
    if (layouts[`${name}.liquid`] === undefined)
      throw wrongTheme(folders[0] ?? '', `layouts/${name}.liquid is missing`)
  }
  return layouts
}

function readAssets(
  folders: ThemeFolders,
  described: ThemeDescription,
  chosen: Readonly<Record<string, string>>,
  read: ReadThemeFile,
): Map<string, ThemeAsset> {
  const files = new Map<string, ThemeAsset>()
  for (const folder of [...folders].reverse()) {
    for (const file of listThemeFiles(folder, 'assets'))
      files.set(file, nameByContent(file, read(folder, `assets/${file}`)))
  }
  const sheets = described.styles.map((file) => {
    const folder = folders.find((candidate) => hasThemeFile(candidate, file)) ?? folders[0] ?? ''
    return withAssets(folder, file, read(folder, file).toString('utf8'), files)
  })
  // The settings come first, so that a style sheet may have the last word, as the one for paper does.
  const css = minifyCss([cssOfSettings(described.settings, chosen), ...sheets].join('\n'))
  return new Map([[styleSheet, nameByContent(styleSheet, Buffer.from(css))], ...files])
}

/** `url(asset:inter.woff2)` names a file of `assets/`, which stands beside the style sheet on the site. */
function withAssets(
  folder: string,
  sheet: string,
  css: string,
  assets: ReadonlyMap<string, ThemeAsset>,
): string {
  return css.replace(/url\((["']?)asset:([^()"'\s]{1,200})\1\)/g, (_, quote: string, name: string) => {
    const asset = assets.get(name)
    if (asset === undefined)
      throw wrongTheme(folder, `${sheet} names the asset “${name}”, which it doesn't have`)
    return `url(${quote}${encodeURI(asset.path.replace('/assets/', ''))}${quote})`
  })
}

function nameByContent(file: string, bytes: Buffer): ThemeAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const extension = extname(file)
  return { bytes, path: `/assets/${file.slice(0, file.length - extension.length)}-${hash}${extension}` }
}

const fingerprintOf = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
