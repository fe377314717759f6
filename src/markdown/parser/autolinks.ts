import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it'
import { findAddresses, urlLength } from './addresses'

/**
 * GFM's extended autolinks. Those with a scheme are taken while the text is read, so that a `*` or `$` in
 * them is no markup; `www.` and e-mail addresses are found in the text that is left.
 */
export function autolinks(md: MarkdownIt): void {
  md.inline.ruler.before('newline', 'gfm_autolink', readUrl)
  md.core.ruler.after('inline', 'gfm_autolink', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.children || !token.children.some(mayHoldAddress)) continue
      token.children = linkAddresses(state, token.children)
    }
  })
}

const mayHoldAddress = (token: Token) =>
  token.type === 'text' && (token.content.includes('@') || /www\./i.test(token.content))

/** At the colon of `https://…`, whose scheme has been read as text already. */
function readUrl(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith('://', state.pos)) return false
  const before = state.src.slice(Math.max(0, state.pos - 6), state.pos)
  const scheme = /(?<![a-z0-9<])(?:https?|ftp)$/i.exec(before)?.[0]
  if (scheme === undefined) return false
  if (!silent && !state.pending.endsWith(scheme)) return false
  const length = urlLength(state.src.slice(state.pos + 3, state.posMax), { needsPeriod: false })
  if (length === 0) return false
  const end = state.pos + 3 + length
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length)
    const text = state.src.slice(state.pos - scheme.length, end)
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', state.md.normalizeLink(state.md.utils.unescapeAll(text.replace(/\\/g, '%5C')))]]
    open.info = 'auto'
    state.push('text', '', 0).content = text
    state.push('link_close', 'a', -1).info = 'auto'
  }
  state.pos = end
  return true
}

function linkAddresses(state: StateCore, tokens: Token[]): Token[] {
  let linkDepth = 0
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') linkDepth++
    else if (token.type === 'link_close') linkDepth--
    else if (token.type === 'html_inline') {
      if (/^<a[\s>]/i.test(token.content)) linkDepth++
      else if (/^<\/a\s*>/i.test(token.content)) linkDepth--
    }
    return token.type === 'text' && linkDepth <= 0 ? splitAtAddresses(state, token) : [token]
  })
}

function splitAtAddresses(state: StateCore, token: Token): Token[] {
  const found = findAddresses(token.content)
  if (found.length === 0) return [token]
  const result: Token[] = []
  const text = (content: string, level: number) => {
    if (content === '') return
    const piece = new state.Token('text', '', 0)
    piece.content = content
    piece.level = level
    result.push(piece)
  }
  let end = 0
  for (const address of found) {
    text(token.content.slice(end, address.start), token.level)
    const open = new state.Token('link_open', 'a', 1)
    open.attrs = [['href', state.md.normalizeLink(address.href)]]
    open.info = 'auto'
    open.level = token.level
    result.push(open)
    text(token.content.slice(address.start, address.end), token.level + 1)
    const close = new state.Token('link_close', 'a', -1)
    close.info = 'auto'
    close.level = token.level
    result.push(close)
    end = address.end
  }
  text(token.content.slice(end), token.level)
  return result
}
