import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import type { Callout } from '../labels'

/**
 * GitHub's alerts: a quotation whose first line is `[!NOTE]` alone. The quotation's tokens become a
 * `div` with `meta.callout`, and the marker goes.
 */
export function callouts(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'callouts', (state) => {
    const emptied = new Set<Token>()
    for (let index = 0; index < state.tokens.length; index++) markCallout(state, index, emptied)
    if (emptied.size > 0) state.tokens = state.tokens.filter((token) => !emptied.has(token))
  })
}

/** @param emptied takes the tokens of a paragraph in which nothing but the marker stood */
function markCallout(state: StateCore, index: number, emptied: Set<Token>): void {
  const open = state.tokens[index]
  const inline = state.tokens[index + 2]
  if (open?.type !== 'blockquote_open' || state.tokens[index + 1]?.type !== 'paragraph_open') return
  const [first, second] = inline?.children ?? []
  if (first?.type !== 'text' || (second && second.type !== 'softbreak' && second.type !== 'hardbreak')) return
  const kind = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$/i.exec(first.content.trim())?.[1]
  if (kind === undefined) return
  const close = closingOf(state.tokens, index)
  if (close === undefined) return
  open.meta = { callout: kind.toLowerCase() as Callout }
  open.type = 'callout_open'
  close.type = 'callout_close'
  open.tag = close.tag = 'div'
  inline?.children?.splice(0, 2)
  if (inline?.children?.length !== 0) return
  for (const token of state.tokens.slice(index + 1, index + 4)) emptied.add(token)
}

function closingOf(tokens: readonly Token[], index: number): Token | undefined {
  const { level = 0 } = tokens[index] ?? {}
  for (let next = index + 1; next < tokens.length; next++) {
    const token = tokens[next]
    if (token?.type === 'blockquote_close' && token.level === level) return token
  }
  return undefined
}
