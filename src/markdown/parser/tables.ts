import type { MarkdownIt, StateCore } from 'markdown-it'

/** GFM tables: alignment as GFM writes it, `align="right"`, where markdown-it writes an inline style. */
export function tables(md: MarkdownIt): void {
  md.enable('table')
  md.core.ruler.after('block', 'gfm_table_align', alignCells)
}

function alignCells(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const side = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
    if (side !== undefined) token.attrs = [['align', side]]
  }
}
