import katex from 'katex'
import type { RenderCache } from './cache'
import { escapeHtml, escapeText } from './escape'

/** Longer than any formula; more would keep a page waiting. */
const maxCharacters = 10_000

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
    html = withoutStyles(
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

/** A page has no inline styles, so that its content security policy can refuse them; a box loses its frame. */
function withoutStyles(html: string): string {
  return html.replace(/ style="[^"]*"/g, '')
}
