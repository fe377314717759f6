import type { Token } from 'markdown-it'
import type { Dressing } from './dress'
import { escapeHtml, escapeText } from './escape'
import { renderFormula } from './formula'
import type { HtmlFilter } from './html/filter'
import { writePicture } from './html/picture'
import { written } from './parser/tokens'
import { plainText } from './text'

/** Dresses the tokens of a line of text. A link that leads nowhere, or stands in another, leaves its text. */
export function dressLine(tokens: readonly Token[], filter: HtmlFilter, dressing: Dressing): Token[] {
  const result: Token[] = []
  /** For every open token whether it is shown, so that its closing one is treated alike. */
  const shown: boolean[] = []
  for (const token of tokens) {
    if (token.type === 'html_inline') result.push(written(filter.readInline(token.content)))
    else if (token.nesting === 1) {
      const isShown = !filter.isDropping && (token.type !== 'link_open' || aimLink(token, filter, dressing))
      shown.push(isShown)
      if (!isShown) continue
      filter.enter(token.tag)
      result.push(token)
    } else if (token.nesting === -1) {
      if (shown.pop() !== true) continue
      const ends = filter.leave()
      if (ends !== '') result.push(written(ends))
      result.push(token)
    } else if (token.type === 'text') {
      if (!filter.isDropping) result.push(token)
    } else if (!filter.isDropping) result.push(dressLeaf(token, tokens, dressing))
  }
  return result
}

/** Sets where a link goes; false when it is not to be one. */
function aimLink(link: Token, filter: HtmlFilter, { addresses }: Dressing): boolean {
  if (filter.isInside('a')) return false
  if (link.meta?.isOwn) return true
  const href = addresses.link(String(link.attrGet('href') ?? ''))
  if (href === null) return false
  link.attrSet('href', href)
  return true
}

function dressLeaf(token: Token, line: readonly Token[], { addresses, labels, cache }: Dressing): Token {
  if (token.type === 'image') {
    const alt = plainText(token.children)
    const attributes = new Map([['alt', alt]])
    for (const [name, value] of token.attrs ?? []) if (name !== 'alt') attributes.set(name, String(value))
    return written(writePicture(attributes, addresses) ?? escapeText(alt))
  }
  if (token.type === 'math') {
    const isDisplay = token.meta?.isDisplay === true
    const html = renderFormula(token.content, isDisplay, cache)
    return written(isDisplay ? `<span class="math">${html}</span>` : html)
  }
  if (token.type === 'task') {
    const name = plainText(line).replace(/\s+/g, ' ').trim() || labels.task
    const checked = token.meta?.isDone ? ' checked' : ''
    return written(`<input type="checkbox" disabled${checked} aria-label="${escapeHtml(name)}">`)
  }
  return token
}
