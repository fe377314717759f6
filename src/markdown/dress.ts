import type { Token } from 'markdown-it'
import type { PageAddresses } from './addresses'
import type { RenderCache } from './cache'
import { renderCode } from './code/block'
import { dressLine } from './dress-line'
import { escapeHtml, escapeText } from './escape'
import { renderFormula } from './formula'
import { HtmlFilter } from './html/filter'
import type { Callout, Labels } from './labels'
import { ownLink, written } from './parser/tokens'
import { plainText } from './text'

export interface Dressing {
  readonly addresses: PageAddresses
  readonly labels: Labels
  readonly cache: RenderCache | undefined
  /** Resolves the escapes and character references of an info string. */
  readonly unescape: (text: string) => string
}

/** Tokens that together are balanced HTML. */
export interface TokenBlock {
  readonly line: number
  readonly tokens: readonly Token[]
}

/**
 * Makes of parsed tokens what the page shows: addresses resolved, code and formulas written, raw HTML let
 * through the allow-list, all of it cut into top-level blocks. After it no token holds raw HTML any more.
 */
export function dressPage(tokens: readonly Token[], dressing: Dressing): readonly TokenBlock[] {
  const filter = new HtmlFilter(dressing.addresses)
  const blocks: { line: number; tokens: Token[] }[] = []
  markFigures(tokens)
  let line = 0
  tokens.forEach((token, index) => {
    if (filter.isBalanced) {
      line = Math.max(line, token.map?.[0] ?? 0)
      blocks.push({ line, tokens: [] })
    }
    blocks.at(-1)?.tokens.push(...dressBlock(tokens, index, filter, dressing))
  })
  blocks.at(-1)?.tokens.push(written(filter.leave()))
  return blocks
}

function dressBlock(
  tokens: readonly Token[],
  index: number,
  filter: HtmlFilter,
  dressing: Dressing,
): readonly Token[] {
  const token = tokens[index]
  if (token === undefined) return []
  if (token.nesting === -1) {
    const closed = [written(filter.leave()), token]
    return token.type === 'table_close' ? [...closed, written('</div>\n')] : closed
  }
  if (token.nesting === 1) {
    if (token.type === 'paragraph_open' && filter.isInside('summary')) hideParagraph(token, tokens[index + 2])
    filter.enter(token.hidden ? '' : token.tag)
    return dressOpening(token, tokens[index + 1], dressing)
  }
  switch (token.type) {
    case 'inline':
      token.children = dressLine(token.children ?? [], filter, dressing)
      return [token]
    case 'html_block':
      return [written(filter.readBlock(token.content))]
    case 'fence': {
      const info = dressing.unescape(token.info).trim()
      return [written(info === 'math' ? formula(token, dressing) : renderCode(token.content, info, dressing))]
    }
    case 'code_block':
      return [written(renderCode(token.content, '', dressing))]
    case 'math_block':
      return [written(formula(token, dressing))]
    default:
      return [token]
  }
}

/** A summary holds text alone: its paragraph is written without a tag, as in a tight list. */
function hideParagraph(open: Token, close: Token | undefined): void {
  open.hidden = true
  if (close) close.hidden = true
}

function formula(token: Token, { cache }: Dressing): string {
  return `<div class="math">${renderFormula(token.content.trim(), true, cache)}</div>\n`
}

function dressOpening(token: Token, next: Token | undefined, { labels }: Dressing): readonly Token[] {
  switch (token.type) {
    case 'th_open':
    case 'td_open': {
      const side = token.attrGet('align')
      token.attrs = side === null ? null : [['class', `align-${side}`]]
      return [token]
    }
    case 'table_open':
      // A wide table scrolls in its box, which the keyboard must reach.
      return [
        written(`<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(labels.table)}">\n`),
        token,
      ]
    case 'list_item_open':
      if (token.meta?.isTask) token.attrSet('class', 'task')
      return [token]
    case 'heading_open':
      addPermalink(token, next, labels)
      return [token]
    case 'callout_open': {
      const kind = token.meta?.callout as Callout
      token.attrs = [
        ['class', `callout callout-${kind}`],
        ['role', 'note'],
      ]
      return [token, written(`<p class="callout-title">${escapeText(labels.callouts[kind])}</p>\n`)]
    }
    default:
      return [token]
  }
}

function addPermalink(heading: Token, inline: Token | undefined, labels: Labels): void {
  const text = plainText(inline?.children ?? null).replace(/\s+/g, ' ')
  const attributes = {
    class: 'permalink',
    href: `#${heading.attrGet('id')}`,
    'aria-label': labels.permalink.replace('%', () => text.trim()),
  }
  inline?.children?.push(written(' '), ...ownLink(attributes, '<span aria-hidden="true">#</span>'))
}

/** A paragraph that is one image with a title becomes a figure, the title its caption. */
function markFigures(tokens: readonly Token[]): void {
  tokens.forEach((inline, index) => {
    const [image, ...others] = inline.type === 'inline' ? (inline.children ?? []) : []
    const title = image?.type === 'image' ? image.attrGet('title') : null
    const open = tokens[index - 1]
    const close = tokens[index + 1]
    if (!image || others.length > 0 || !title || open?.type !== 'paragraph_open' || !close) return
    if (open.hidden) return
    open.tag = close.tag = 'figure'
    image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null
    inline.children?.push(written(`<figcaption>${escapeText(String(title))}</figcaption>`))
  })
}
