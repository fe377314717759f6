import type { Token } from 'markdown-it'
import type { PageAddresses } from './addresses'
import type { RenderCache } from './cache'
import { renderCode } from './code/block'
import { renderDrawing } from './code/drawing'
import { dressLine } from './dress-line'
import { escapeHtml, escapeText } from './escape'
import { renderFormula } from './formula'
import { HtmlFilter } from './html/filter'
import type { Callout, Labels } from './labels'
import { withoutComments } from './parser/private-comments'
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
  readonly tokens: Token[]
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
  let block: Token[] = []
  tokens.forEach((token, index) => {
    if (filter.isBalanced) {
      line = Math.max(line, token.map?.[0] ?? 0)
      block = []
      blocks.push({ line, tokens: block })
    }
    dressBlock(token, tokens, index, filter, dressing, block)
  })
  writeEnds(filter, block)
  return blocks
}

/** Dresses a token of `tokens` and puts what it becomes at the end of `block`. */
function dressBlock(
  token: Token,
  tokens: readonly Token[],
  index: number,
  filter: HtmlFilter,
  dressing: Dressing,
  block: Token[],
): void {
  if (token.nesting === -1) {
    writeEnds(filter, block)
    block.push(token)
    if (token.type === 'table_close') block.push(written('</div>\n'))
  } else if (token.nesting === 1) {
    if (token.type === 'paragraph_open' && filter.isInside('summary')) hideParagraph(token, tokens[index + 2])
    filter.enter(token.hidden ? '' : token.tag)
    dressOpening(token, tokens[index + 1], dressing, block)
  } else if (token.type === 'inline') {
    token.children = dressLine(token.children ?? [], filter, dressing)
    block.push(token)
  } else {
    const html = writeLeaf(token, filter, dressing)
    block.push(html === null ? token : written(html))
  }
}

/** The HTML of a block without tokens inside; null when the parser's own renderer writes it. */
function writeLeaf(token: Token, filter: HtmlFilter, dressing: Dressing): string | null {
  switch (token.type) {
    case 'html_block':
      return filter.readBlock(withoutComments(token.content))
    case 'fence': {
      const info = dressing.unescape(token.info).trim()
      if (info === 'math') return formula(token, dressing)
      return renderDrawing(token.content, info, dressing) ?? renderCode(token.content, info, dressing)
    }
    case 'code_block':
      return renderCode(token.content, '', dressing)
    case 'math_block':
      return formula(token, dressing)
    default:
      return null
  }
}

/** The end tags of raw HTML that a block of Markdown takes with it. */
function writeEnds(filter: HtmlFilter, block: Token[]): void {
  const ends = filter.leave()
  if (ends !== '') block.push(written(ends))
}

/** A summary holds text alone: its paragraph is written without a tag, as in a tight list. */
function hideParagraph(open: Token, close: Token | undefined): void {
  open.hidden = true
  if (close) close.hidden = true
}

function formula(token: Token, { cache }: Dressing): string {
  return `<div class="math" tabindex="0">${renderFormula(token.content.trim(), true, cache)}</div>\n`
}

function dressOpening(token: Token, next: Token | undefined, { labels }: Dressing, block: Token[]): void {
  switch (token.type) {
    case 'th_open':
    case 'td_open': {
      const side = token.attrs === null ? null : token.attrGet('align')
      token.attrs = side === null ? null : [['class', `align-${side}`]]
      break
    }
    case 'table_open':
      // A wide table scrolls in its box, which the keyboard must reach.
      block.push(
        written(`<div class="table" tabindex="0" role="group" aria-label="${escapeHtml(labels.table)}">\n`),
      )
      break
    case 'list_item_open':
      if (token.meta?.isTask) token.attrSet('class', 'task')
      break
    case 'heading_open':
      addPermalink(token, next, labels)
      break
    case 'callout_open': {
      const kind = token.meta?.callout as Callout
      token.attrs = [
        ['class', `callout callout-${kind}`],
        ['role', 'note'],
      ]
      block.push(token, written(`<p class="callout-title">${escapeText(labels.callouts[kind])}</p>\n`))
      return
    }
  }
  block.push(token)
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
