import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, posix } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { LonghandError } from '../document'

/** A file that the pages of a theme need: its bytes, and where they stand on the site. */
interface ThemeAsset {
  readonly bytes: Buffer
  /** `/assets/site-3f2a91bc04.css`: named by its content, so that it may be cached for ever. */
  readonly path: string
}

/** A theme, read whole into memory: nothing of it is read from the disk again. */
export interface Theme {
  readonly name: string
  readonly postsPerPage: number
  /** Liquid sources by path inside `layouts/`: `post.liquid`, `partials/card.liquid`. */
  readonly layouts: Readonly<Record<string, string>>
  /** By name as a layout asks for it: `site.css`, `favicon.svg`. */
  readonly assets: ReadonlyMap<string, ThemeAsset>
  /** The theme's own words in the language, in its main language, or in English. */
  words(language: string): Readonly<Record<string, string>>
}

const pageLayouts = ['index', 'post', 'series', 'tag', 'tags', '404'] as const
export type PageLayout = (typeof pageLayouts)[number]

/** The joined `styles` of `theme.yaml`. */
const styleSheet = 'site.css'
const maxFileBytes = 8 * 1024 * 1024
const maxFiles = 500

const describeSchema = z.strictObject({
  name: z.string().min(1).max(100),
  /** How many cards a page of an index or a tag has. */
  postsPerPage: z.number().int().min(1).max(100).default(10),
  /** Style sheets inside the theme, joined in this order into `site.css`. */
  styles: z.array(z.string().regex(/^[\w-]+(\/[\w-]+)*\.css$/)).max(50),
  /** Words of the pages by language, then by name. English must be there and have them all. */
  words: z
    .record(z.string(), z.record(z.string(), z.string().max(500)))
    .refine((words) => words.en !== undefined, { message: 'English (en) is missing' }),
})

/**
 * Reads the theme in `folder`. Throws `theme` with a sentence that names the file and what is wrong with it.
 * Links inside the theme's folder are not followed.
 */
export function loadTheme(folder: string): Theme {
  const described = describeTheme(folder)
  const layouts: Record<string, string> = Object.create(null)
  for (const file of listFiles(join(folder, 'layouts'))) {
    if (extname(file) === '.liquid') layouts[file] = readThemeFile(folder, `layouts/${file}`).toString('utf8')
  }
  for (const name of pageLayouts) {
    if (layouts[`${name}.liquid`] === undefined) throw wrong(folder, `layouts/${name}.liquid is missing`)
  }
  const assets = new Map<string, ThemeAsset>()
  const sheets = described.styles.map((file) => readThemeFile(folder, file))
  assets.set(styleSheet, nameByContent(styleSheet, Buffer.concat(sheets)))
  for (const file of listFiles(join(folder, 'assets'))) {
    assets.set(file, nameByContent(file, readThemeFile(folder, `assets/${file}`)))
  }
  const english = described.words.en ?? {}
  return {
    name: described.name,
    postsPerPage: described.postsPerPage,
    layouts,
    assets,
    words: (language) => ({
      ...english,
      ...(described.words[language] ?? described.words[language.split('-')[0] ?? '']),
    }),
  }
}

function describeTheme(folder: string): z.infer<typeof describeSchema> {
  const source = readThemeFile(folder, 'theme.yaml').toString('utf8')
  let value: unknown
  try {
    value = parse(source, { schema: 'core', maxAliasCount: 0 })
  } catch (error) {
    throw wrong(folder, `theme.yaml is not valid YAML: ${messageOf(error)}`, error)
  }
  const described = describeSchema.safeParse(value)
  if (described.success) return described.data
  const [issue] = described.error.issues
  throw wrong(folder, `theme.yaml, ${issue?.path.join('.') || 'top level'}: ${issue?.message ?? ''}`)
}

/** Files below a folder, by path with slashes, in an order that doesn't depend on the disk; no dot files. */
function listFiles(folder: string, prefix = ''): string[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true })
  const files = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = posix.join(prefix, entry.name)
      if (entry.isDirectory()) return listFiles(folder, path)
      return entry.isFile() ? [path] : []
    })
  if (files.length > maxFiles) throw wrong(folder, `it has more than ${maxFiles} files`)
  return files
}

function readThemeFile(folder: string, file: string): Buffer {
  const path = join(folder, file)
  try {
    const stats = lstatSync(path)
    if (!stats.isFile()) throw wrong(folder, `${file} is not a file`)
    if (stats.size > maxFileBytes) throw wrong(folder, `${file} is larger than ${maxFileBytes} bytes`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof LonghandError) throw error
    throw wrong(folder, `${file} can't be read: ${messageOf(error)}`, error)
  }
}

function nameByContent(file: string, bytes: Buffer): ThemeAsset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const extension = extname(file)
  return { bytes, path: `/assets/${file.slice(0, file.length - extension.length)}-${hash}${extension}` }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function wrong(folder: string, sentence: string, cause?: unknown): LonghandError {
  return new LonghandError('theme', `The theme ${basename(folder)} can't be used: ${sentence}.`, { cause })
}
