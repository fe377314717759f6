import katex from 'katex'
import type { RenderCache } from './cache'
import { escapeHtml, escapeText } from './escape'

/** Longer than any formula; more would keep a page waiting. */
const maxCharacters = 10_000

/** Commands that KaTeX answers on the console, where they would break what a program prints for scripts. */
const printing = /\\(?:message|errmessage|show)(?![a-zA-Z@])/

/**
 * TeX as MathML, which needs neither fonts nor a style sheet. What KaTeX does not understand is shown as its
 * source, in `<code class="math-error">` with the reason as its title. Never throws.
 */
export function renderFormula(tex: string, isDisplay: boolean, cache: RenderCache | undefined): string {
  const make = () => writeFormula(tex, isDisplay)
  return (cache ? cache.remember(`math\n${isDisplay}\n${tex}`, make) : make()) ?? ''
}

function writeFormula(tex: string, isDisplay: boolean): string {
  let html: string
  try {
    if (tex.length > maxCharacters) throw new RangeError(`A formula has at most ${maxCharacters} characters.`)
    if (printing.test(tex)) throw new RangeError('A formula cannot print messages.')
    html = tidy(
      katex.renderToString(tex, {
        output: 'mathml',
        displayMode: isDisplay,
        throwOnError: true,
        trust: false,
        strict: 'ignore',
        maxExpand: 1000,
        maxSize: 50,
      }),
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    html = `<code class="math-error" title="${escapeHtml(reason)}">${escapeText(tex)}</code>`
  }
  return html
}

/**
 * A page has no inline styles, so that its content security policy can refuse them; a box loses its frame.
 * Elements are closed in full, which is right wherever a browser takes them for HTML (in `<mtext>`).
 */
function tidy(html: string): string {
  return alignColumns(html.replace(/ style="[^"]*"/g, '').replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>'))
}

interface Table {
  readonly align: readonly string[]
  column: number
}

/**
 * Browsers with MathML Core ignore `columnalign` and `columnspacing`: cells get the classes `align-left` and
 * `align-right`, and a table whose columns touch (`aligned`) gets `math-aligned`, for a style sheet.
 */
function alignColumns(html: string): string {
  const tables: Table[] = []
  return html.replace(
    /<(mtable|\/mtable|mtr|mtd)((?: [^<>]*)?)>/g,
    (tag, name: string, attributes: string) => {
      const table = tables.at(-1)
      if (name === 'mtable') {
        tables.push({ align: /columnalign="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [], column: 0 })
        return / columnspacing="0em/.test(attributes) ? `<mtable class="math-aligned"${attributes}>` : tag
      }
      if (name === '/mtable') tables.pop()
      if (table !== undefined && name === 'mtr') table.column = 0
      // KaTeX’s own cells, around a row and for its number, have a class and no column.
      if (table === undefined || name !== 'mtd' || attributes !== '') return tag
      const align = table.align[table.column++]
      return align === 'left' || align === 'right' ? `<mtd class="align-${align}">` : tag
    },
  )
}
