import type { Delimiter, MarkdownIt, StateInline } from 'markdown-it'

const tilde = 0x7e
/** Runs of one tilde and of two only match their like, so they are two kinds of delimiter. */
const singleTilde = 0x1007e

/** GFM strikethrough: text between one or two tildes on each side. Three or more are text. */
export function strikethrough(md: MarkdownIt): void {
  md.inline.ruler.before('emphasis', 'gfm_strikethrough', scanTildes)
  md.inline.ruler2.before('emphasis', 'gfm_strikethrough', (state) => {
    strikeMatched(state, state.delimiters)
    for (const meta of state.tokens_meta) if (meta?.delimiters) strikeMatched(state, meta.delimiters)
  })
}

function scanTildes(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== tilde) return false
  const run = state.scanDelims(state.pos, true)
  const token = state.push('text', '', 0)
  token.content = '~'.repeat(run.length)
  state.pos += run.length
  if (run.length > 2) return true
  state.delimiters.push({
    marker: run.length === 1 ? singleTilde : tilde,
    // The rule of three is for emphasis alone; nothing matches it with a length of zero.
    length: 0,
    token: state.tokens.length - 1,
    end: -1,
    open: run.can_open,
    close: run.can_close,
  })
  return true
}

function strikeMatched(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    if ((opener.marker !== tilde && opener.marker !== singleTilde) || opener.end < 0) continue
    const closer = delimiters[opener.end]
    for (const [delimiter, type, nesting] of [
      [opener, 'del_open', 1],
      [closer, 'del_close', -1],
    ] as const) {
      const token = delimiter && state.tokens[delimiter.token]
      if (token === undefined) continue
      Object.assign(token, { type, tag: 'del', nesting, markup: token.content, content: '' })
    }
  }
}
