import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it'

const labels = Symbol('labels of footnotes')

/**
 * Footnotes as GitHub reads them: `[^label]: text`, its further blocks indented by four spaces, and
 * `[^label]` in the text. Leaves tokens `footnote_open` … `footnote_close` where the definitions stand and
 * `footnote_ref` where they are referred to, each with `meta.label`; `placeFootnotes` orders them.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'footnote', readDefinition, { alt: ['paragraph', 'reference'] })
  md.inline.ruler.before('link', 'footnote_ref', readReference)
}

function labelsOf(env: Env): Set<string> {
  const known = env[labels]
  if (known instanceof Set) return known
  const created = new Set<string>()
  env[labels] = created
  return created
}

function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineStart = state.bMarks[startLine] ?? 0
  const start = lineStart + (state.tShift[startLine] ?? 0)
  const max = state.eMarks[startLine] ?? 0
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const match = /^\[\^([^\s[\]]{1,200})\]:/.exec(state.src.slice(start, Math.min(max, start + 204)))
  if (match?.[1] === undefined) return false
  if (silent) return true
  const label = state.md.utils.normalizeReference(match[1])
  labelsOf(state.env).add(label)

  const open = state.push('footnote_open', '', 1)
  open.meta = { label }
  open.map = [startLine, startLine]
  const contentStart = start + match[0].length
  readContent(state, startLine, endLine, contentStart)
  open.map[1] = state.line
  state.push('footnote_close', '', -1)
  return true
}

/** Reads what follows the label as the blocks of a container that is indented by four. */
function readContent(state: StateBlock, line: number, endLine: number, contentStart: number): void {
  const saved = {
    mark: state.bMarks[line] ?? 0,
    shift: state.tShift[line] ?? 0,
    column: state.sCount[line] ?? 0,
    indent: state.blkIndent,
    parent: state.parentType,
  }
  const firstColumn = saved.column + contentStart - (saved.mark + saved.shift)
  let column = firstColumn
  let position = contentStart
  for (; position < (state.eMarks[line] ?? 0); position++) {
    const character = state.src[position]
    if (character === '\t') column += 4 - (column % 4)
    else if (character === ' ') column++
    else break
  }
  state.bMarks[line] = contentStart
  state.tShift[line] = position - contentStart
  state.blkIndent += 4
  state.sCount[line] = Math.max(column - firstColumn, state.blkIndent)
  state.parentType = 'footnote'
  state.md.block.tokenize(state, line, endLine)
  state.parentType = saved.parent
  state.blkIndent = saved.indent
  state.sCount[line] = saved.column
  state.tShift[line] = saved.shift
  state.bMarks[line] = saved.mark
}

function readReference(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[^', state.pos)) return false
  const text = state.src.slice(state.pos, Math.min(state.posMax, state.pos + 203))
  const match = /^\[\^([^\s[\]]{1,200})\]/.exec(text)
  if (match?.[1] === undefined) return false
  const label = state.md.utils.normalizeReference(match[1])
  if (!labelsOf(state.env).has(label)) return false
  if (!silent) state.push('footnote_ref', '', 0).meta = { label }
  state.pos += match[0].length
  return true
}
