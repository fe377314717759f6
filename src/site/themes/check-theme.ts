import { LonghandError } from '../../document'
import { siteValues } from '../site-values'
import { loadTheme, type Theme } from '../theme'
import { paleColours } from './check-colours'
import { checkLayout } from './check-layouts'
import { describeTheme, type ThemeDescription } from './describe'
import { findTheme, type ThemePlaces } from './find-theme'
import { fullMaker, samplePages } from './sample-pages'
import { listThemeFiles, readThemeFile } from './theme-files'

/** Something to know of a theme. */
export interface ThemeFinding {
  /** An error keeps the site from being made, or a reader from reading it. */
  readonly severity: 'error' | 'warning' | 'note'
  /** Inside the theme; empty where it is in no one file. */
  readonly file: string
  /** From 1; null where it is in no one line. */
  readonly line: number | null
  readonly message: string
}

/** More of one kind say nothing new. */
const mostFindings = 200

/**
 * Reads a theme, renders a page of every kind with much and with nothing in it, and says what is wrong: what doesn't
 * parse or render, values, words and assets that aren't there, colours that can't be read in light or dark,
 * words that a language lacks. A theme that is broken, or isn't there, is a finding.
 */
export function checkTheme(name: string, places: ThemePlaces): ThemeFinding[] {
  const found = new Map<string, ThemeFinding>()
  for (const finding of findings(name, places)) {
    if (found.size >= mostFindings) break
    found.set(`${finding.file}:${finding.line} ${finding.message}`, finding)
  }
  return [...found.values()]
}

function* findings(name: string, places: ThemePlaces): Generator<ThemeFinding> {
  let theme: Theme
  let described: ThemeDescription
  let folder: string
  try {
    const folders = findTheme(name, places)
    folder = folders[0] ?? ''
    described = describeTheme(folders)
    theme = loadTheme(folders)
  } catch (error) {
    yield failure(error)
    return
  }
  yield* brokenPages(theme)
  yield* wrongLayouts(theme, folder, described)
  yield* unreadableColours(theme, folder, described)
  yield* missingWords(described)
}

function* brokenPages(theme: Theme): Generator<ThemeFinding> {
  try {
    for (const page of samplePages(theme)) page.render()
  } catch (error) {
    yield failure(error)
  }
}

/** Errors of themes name the file and the line. */
function failure(error: unknown): ThemeFinding {
  if (!(error instanceof LonghandError)) throw error
  const [, file, line] =
    /((?:layouts\/|styles\/|assets\/|theme\.yaml)[^\s,:]*)(?:, line (\d+))?/.exec(error.message) ?? []
  return {
    severity: 'error',
    file: file ?? '',
    line: line === undefined ? null : Number(line),
    message: error.message,
  }
}

function* wrongLayouts(theme: Theme, folder: string, described: ThemeDescription): Generator<ThemeFinding> {
  const { site } = siteValues(fullMaker(theme)).shared
  const known = {
    words: Object.keys(described.words.en ?? {}),
    settings: described.settings.map(({ name }) => name),
    site: Object.keys(site),
  }
  for (const name of listThemeFiles(folder, 'layouts')) {
    if (!name.endsWith('.liquid')) continue
    for (const { file, line, message } of checkLayout(theme, name, known))
      yield { severity: 'error', file: `layouts/${file}`, line, message }
  }
}

function* unreadableColours(
  theme: Theme,
  folder: string,
  described: ThemeDescription,
): Generator<ThemeFinding> {
  const css = theme.assets.get('site.css')?.bytes.toString('utf8') ?? ''
  const sheets = described.styles.flatMap((file) => {
    const isOwn = listThemeFiles(folder, file.split('/').slice(0, -1).join('/')).includes(
      file.split('/').at(-1) ?? '',
    )
    return isOwn ? [{ file, lines: readThemeFile(folder, file).toString('utf8').split('\n') }] : []
  })
  for (const { text, ground, scheme, ratio, least } of paleColours(css)) {
    const place = sheets
      .map(({ file, lines }) => ({ file, line: lines.findIndex((each) => each.includes(`--${text}:`)) + 1 }))
      .find(({ line }) => line > 0)
    yield {
      severity: 'error',
      file: place?.file ?? '',
      line: place?.line ?? null,
      message: `In ${scheme} colours, --${text} on --${ground} has a contrast of ${ratio.toFixed(2)}; it needs ${least}`,
    }
  }
}

function* missingWords({ words }: ThemeDescription): Generator<ThemeFinding> {
  const english = Object.keys(words.en ?? {})
  for (const [language, texts] of Object.entries(words)) {
    const missing = english.filter((name) => texts[name] === undefined)
    if (missing.length === 0) continue
    const message = `The words in ${language} lack ${missing.join(', ')}; English stands in`
    yield { severity: 'note', file: 'theme.yaml', line: null, message }
  }
}
