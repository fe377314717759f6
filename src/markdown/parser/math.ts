import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/**
 * Math by pandoc's rules: `$x$` where the first dollar has no space after it and no letter or digit before
 * it, the last no space before it and no letter or digit after it, so that prices stay text; `$$ … $$`
 * inside a paragraph or as a block. Gives tokens `math` (`meta.isDisplay`) and `math_block`, the TeX as
 * their content.
 */
export function math(md: MarkdownIt): void {
  const closers = new WeakMap<StateInline, Closers>()
  md.inline.ruler.before('escape', 'math', (state, silent) => readInline(state, silent, closers))
  const unclosed = new WeakMap<StateBlock, number>()
  md.block.ruler.before(
    'fence',
    'math_block',
    (state, line, endLine, silent) => readBlock(state, line, endLine, silent, unclosed),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

/** Where formulas may end, found once for a text, so that a text full of dollars takes linear time. */
interface Closers {
  readonly single: readonly number[]
  readonly double: readonly number[]
}

function findClosers(text: string): Closers {
  const single: number[] = []
  const double: number[] = []
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '$') {
      if (text[index + 1] === '$') double.push(index++)
      else if (/\S/.test(text[index - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[index + 1] ?? '')) {
        single.push(index)
      }
    }
  }
  return { single, double }
}

/** The first of the sorted `positions` that is at least `from`. */
function firstFrom(positions: readonly number[], from: number): number | undefined {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return positions[low]
}

function readInline(state: StateInline, silent: boolean, cache: WeakMap<StateInline, Closers>): boolean {
  const { src, pos } = state
  if (src[pos] !== '$') return false
  const isDisplay = src[pos + 1] === '$'
  const start = pos + (isDisplay ? 2 : 1)
  if (/[\p{L}\p{N}$]/u.test(src[pos - 1] ?? '') || src[start] === '$') return false
  if (!isDisplay && !/\S/.test(src[start] ?? ' ')) return false
  let closers = cache.get(state)
  if (closers === undefined) {
    closers = findClosers(src)
    cache.set(state, closers)
  }
  const end = firstFrom(isDisplay ? closers.double : closers.single, start + 1)
  const after = (end ?? 0) + start - pos
  if (end === undefined || after > state.posMax || src.slice(start, end).trim() === '') return false
  if (!silent) {
    const token = state.push('math', '', 0)
    token.content = src.slice(start, end).trim()
    token.meta = { isDisplay }
  }
  state.pos = after
  return true
}

/** @param unclosed the line from which on no block of math ends any more, by document */
function readBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
  unclosed: WeakMap<StateBlock, number>,
): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const first = lineText(state, startLine)
  if (!first.startsWith('$$') || startLine >= (unclosed.get(state) ?? endLine)) return false
  const opening = first.slice(2).trimEnd()
  let line = startLine
  let content: string
  if (opening.length > 2 && opening.endsWith('$$')) {
    content = opening.slice(0, -2)
  } else {
    if (opening.includes('$$')) return false
    const lines = [opening]
    for (line++; ; line++) {
      if (line >= endLine) {
        if (endLine === state.lineMax) unclosed.set(state, startLine)
        return false
      }
      if (!state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent) return false
      const text = lineText(state, line).trimEnd()
      lines.push(text.replace(/\$\$$/, ''))
      if (text.endsWith('$$')) break
    }
    content = lines.join('\n')
  }
  if (silent) return true
  const token = state.push('math_block', '', 0)
  token.block = true
  token.content = content.trim()
  token.map = [startLine, line + 1]
  state.line = line + 1
  return true
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
}
