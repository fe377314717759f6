import type { RenderCache } from '../cache'
import { escapeHtml, escapeText } from '../escape'
import type { Labels } from '../labels'
import { highlightCode } from './highlight'
import { type CodeInfo, readCodeInfo } from './info'
import { findCodeLanguage } from './languages'

/**
 * A code block as HTML. Without options it is `<pre class="code"><code class="language-ts">…`; with a title
 * it stands in `<figure class="code-figure">`; marked, numbered or compared lines are `<span class="line">`,
 * with `marked`, `added`, `removed` and `data-line`. It takes the focus, so that it can be scrolled by key.
 */
export function renderCode(
  code: string,
  infoString: string,
  { cache, labels }: { cache: RenderCache | undefined; labels: Labels },
): string {
  const info = readCodeInfo(infoString)
  const highlighted = info.language === '' ? null : highlight(code, info, cache)
  const content = wrapLines(highlighted ?? escapeText(code), code, info)
  const known = findCodeLanguage(info.language)
  const label = known ? `${labels.code}: ${known.name}` : labels.code
  const classes = `code${info.firstLine === null ? '' : ' numbered'}${info.isDiff ? ' compared' : ''}`
  const languageClass = info.language === '' ? '' : ` class="language-${escapeHtml(info.language)}"`
  const pre = `<pre class="${classes}" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code${languageClass}>${content}</code></pre>\n`
  if (info.title === '') return pre
  const caption = `<figcaption class="code-title">${escapeText(info.title)}</figcaption>`
  return `<figure class="code-figure">${caption}\n${pre}</figure>\n`
}

function highlight(code: string, info: CodeInfo, cache: RenderCache | undefined): string | null {
  const make = () => (info.isDiff ? highlightDiff(code, info.language) : highlightCode(code, info.language))
  return cache ? cache.remember(`code\n${info.language}\n${info.isDiff}\n${code}`, make) : make()
}

/** Colours the code without its `+` and `-`, which the grammar would take for operators, and puts them back. */
function highlightDiff(code: string, language: string): string | null {
  const lines = code.split('\n')
  const html = highlightCode(lines.map((line) => line.replace(/^[+-]/, '')).join('\n'), language)
  return html
    ? html
        .split('\n')
        .map((line, index) => (/^[+-]/.exec(lines[index] ?? '')?.[0] ?? '') + line)
        .join('\n')
    : null
}

function wrapLines(html: string, code: string, info: CodeInfo): string {
  if (info.marked.size === 0 && info.firstLine === null && !info.isDiff) return html
  const source = code.split('\n')
  const lines = html.split('\n')
  const isLastEmpty = lines.at(-1) === ''
  if (isLastEmpty) lines.pop()
  const wrapped = lines.map((line, index) => {
    const first = info.isDiff ? source[index]?.[0] : ''
    const change = first === '+' ? ' added' : first === '-' ? ' removed' : ''
    const marked = info.marked.has(index + 1) ? ' marked' : ''
    const number = info.firstLine === null ? '' : ` data-line="${info.firstLine + index}"`
    return `<span class="line${change}${marked}"${number}>${line}</span>`
  })
  return wrapped.join('\n') + (isLastEmpty ? '\n' : '')
}
