import { Liquid, type Template, type Variable } from 'liquidjs'
import { type PageLayout, pageLayouts, type Theme } from '../theme'
import { onceTag } from './once-tag'

/** Something wrong in a layout, by where it is. */
export interface LayoutFinding {
  /** Inside `layouts/`. */
  readonly file: string
  readonly line: number
  readonly message: string
}

const shared = ['head', 'words', 'settings', 'site']
/** What layouts get beside what all get. */
const ownValues: Readonly<Record<PageLayout, readonly string[]>> = {
  index: ['posts', 'paging'],
  tag: ['posts', 'paging', 'tag'],
  series: ['posts', 'series'],
  tags: ['tags'],
  archive: ['archive'],
  author: ['author', 'posts'],
  search: ['pagefind'],
  post: ['post'],
  '404': [],
}

export interface KnownNames {
  readonly words: readonly string[]
  readonly settings: readonly string[]
  readonly site: readonly string[]
}

/**
 * What a layout asks for that isn't there, in every branch of it, rendered or not: values, words, settings, assets.
 * A layout that can't be parsed gives its first mistake.
 */
export function* checkLayout(theme: Theme, file: string, known: KnownNames): Generator<LayoutFinding> {
  const source = theme.layouts[file] ?? ''
  yield* unknownAssets(theme, file, source)
  const page = pageLayouts.find((name) => file === `${name}.liquid`)
  for (const variable of variablesOf(theme, source, file)) {
    const [root, name] = variable.segments
    const line = variable.location.row
    if (typeof root !== 'string') continue
    if (page !== undefined && ![...shared, ...ownValues[page], 'forloop'].includes(root)) {
      yield { file, line, message: `The layout gets no value called “${root}”` }
    }
    const names = Object.hasOwn(known, root) ? known[root as keyof KnownNames] : undefined
    if (names !== undefined && typeof name === 'string' && !names.includes(name))
      yield { file, line, message: `There is no “${root}.${name}”` }
  }
}

function variablesOf(theme: Theme, source: string, file: string): Variable[] {
  const liquid = new Liquid({ templates: theme.layouts, outputEscape: String })
  liquid.registerTag('once', onceTag())
  liquid.registerFilter('asset', String)
  let templates: Template[]
  try {
    templates = liquid.parse(source, file)
  } catch {
    // The page that uses it can't be rendered either, and that tells where and why.
    return []
  }
  return Object.values(liquid.analyzeSync(templates, { partials: false }).globals).flat()
}

function* unknownAssets(theme: Theme, file: string, source: string): Generator<LayoutFinding> {
  for (const [index, text] of source.split('\n').entries()) {
    for (const [, , name = ''] of text.matchAll(/(['"])([^'"]+)\1\s*\|\s*asset\b/g))
      if (!theme.assets.has(name))
        yield { file, line: index + 1, message: `The theme has no asset “${name}”` }
  }
}
