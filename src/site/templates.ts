import { Liquid, type LiquidError } from 'liquidjs'
import { LonghandError } from '../document'
import { escapeText } from './escape'
import type { PageLayout, Theme } from './theme'
import { onceTag } from './themes/once-tag'
import type { Patience } from './themes/patience'
import { renderQuickly } from './themes/quick-render'

/** Characters of one layout with its partials; ours have 6,000. */
const parseLimit = 1_000_000
/** ms for one page: ours take 1, and a busy machine must not fail an honest theme. */
const renderLimit = 10_000
/** Objects and characters that the filters of one page may make. */
const memoryLimit = 50_000_000

/** Filters that read the clock or chance, which would give other bytes each time. */
const unsteady = [
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
]

/** The layouts of a theme, parsed once, ready to be filled. */
export interface Templates {
  /**
   * The page that a layout makes of the values. Every value is escaped unless the layout says `| raw`.
   * Throws `theme` with the file and line when the layout is wrong.
   */
  render(layout: PageLayout, values: object): string
}

/**
 * Prepares a theme's layouts. They see only the values given and each other: no file, no clock, no chance.
 * @param assetHref the link to an asset of the theme
 * @param patience where a writer waits for a page
 */
export function prepareTemplates(
  theme: Theme,
  assetHref: (name: string) => string | undefined,
  patience?: Patience,
): Templates {
  const liquid = new Liquid({
    templates: theme.layouts,
    cache: true,
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    outputEscape: escapeText,
    parseLimit,
    renderLimit,
    memoryLimit,
  })
  renderQuickly(liquid, escapeText, patience)
  liquid.registerTag('once', onceTag())
  for (const name of unsteady) delete liquid.filters[name]
  liquid.registerFilter('asset', (name: unknown) => {
    const href = assetHref(String(name))
    if (href === undefined) throw new Error(`the theme has no asset “${name}”`)
    return href
  })
  return {
    render(layout, values) {
      try {
        const make = (): string => liquid.renderFileSync(`${layout}.liquid`, values)
        return patience === undefined ? make() : patience.make(theme.fingerprint, make)
      } catch (error) {
        throw themeError(theme, layout, error)
      }
    },
  }
}

function themeError(theme: Theme, layout: PageLayout, error: unknown): LonghandError {
  if (!(error instanceof Error)) throw error
  const token = (error as Partial<LiquidError>).token
  const reason = error.message.split(/, file:|, line:/)[0] ?? error.message
  // LiquidJS forgets the file of a variable's token, but not its text.
  const file = token?.file ?? Object.keys(theme.layouts).find((name) => theme.layouts[name] === token?.input)
  const line = token?.getPosition()[0]
  const place = `layouts/${file ?? `${layout}.liquid`}${line === undefined ? '' : `, line ${line}`}`
  return new LonghandError('theme', `The theme ${theme.name} failed in ${place}: ${reason}.`, {
    cause: error,
  })
}
