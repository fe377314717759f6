import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'

const mark = '%%'

/**
 * `%% … %%`, what a writer notes for themselves: within a line, or as a block that may hold anything, empty
 * lines and code as well. It leaves a token `private_comment` that is never written and has no text, so that
 * nothing made of a post knows of it. What is never closed is text, as everything in Markdown is that doesn't
 * end. In code and formulas it is code: Mermaid's own comments look alike.
 */
export function privateComments(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'private_comment', readInline)
  md.block.ruler.before('fence', 'private_comment', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
  md.core.ruler.after('inline', 'private_comment', dropEmptied)
  md.renderer.rules.private_comment = () => ''
}

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state
  if (!src.startsWith(mark, pos)) return false
  const end = src.indexOf(mark, pos + mark.length)
  if (end === -1 || end + mark.length > posMax) return false
  if (!silent) state.push('private_comment', '', 0).meta = { text: src.slice(pos + mark.length, end).trim() }
  state.pos = end + mark.length
  return true
}

/** @param silent whether it would end a paragraph: only one that its paragraph can't hold does */
function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !state.src.startsWith(mark, start))
    return false
  const end = findEnd(state, startLine, endLine, start + mark.length)
  if (end === undefined) return false
  const after = end.at + mark.length
  const hasMore = state.src.slice(after, state.eMarks[end.line]).trim() !== ''
  if (!end.isBeyondParagraph && (silent || hasMore)) return false
  if (silent) return true
  const token = state.push('private_comment', '', 0)
  token.map = [startLine, end.line + 1]
  token.meta = { text: state.src.slice(start + mark.length, end.at).trim() }
  state.line = hasMore ? end.line : end.line + 1
  if (hasMore) cutLine(state, end.line, after)
  return true
}

/** Where the comment ends; undefined when it doesn't, within the container that it stands in. */
function findEnd(
  state: StateBlock,
  startLine: number,
  endLine: number,
  from: number,
): { readonly line: number; readonly at: number; readonly isBeyondParagraph: boolean } | undefined {
  const at = state.src.indexOf(mark, from)
  if (at === -1) return undefined
  let isBeyondParagraph = false
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent)
      return undefined
    if (at < (state.eMarks[line] ?? 0)) return { line, at, isBeyondParagraph }
    if (state.isEmpty(line)) isBeyondParagraph = true
  }
  return undefined
}

/** Lets a line begin at a place within it: what comes before has been read. */
function cutLine(state: StateBlock, line: number, at: number): void {
  const text = state.src.slice(at, state.eMarks[line])
  state.bMarks[line] = at
  state.tShift[line] = text.length - text.trimStart().length
  state.sCount[line] = state.blkIndent
}

/** A paragraph in which nothing but comments stands is none. */
function dropEmptied(state: StateCore): void {
  const emptied = new Set<Token>()
  state.tokens.forEach((token, index) => {
    const open = state.tokens[index - 1]
    if (token.type !== 'inline' || open?.type !== 'paragraph_open' || !isComments(token.children)) return
    for (const part of state.tokens.slice(index - 1, index + 2)) emptied.add(part)
    const comments = token.children?.filter(({ type }) => type === 'private_comment') ?? []
    for (const comment of comments) comment.map = open.map
    token.children = comments
  })
  if (emptied.size === 0) return
  state.tokens = state.tokens.flatMap((token) =>
    !emptied.has(token) ? [token] : token.type === 'inline' ? (token.children ?? []) : [],
  )
}

function isComments(tokens: readonly Token[] | null): boolean {
  let hasComment = false
  for (const { type, content } of tokens ?? []) {
    if (type === 'private_comment') hasComment = true
    else if (type !== 'softbreak' && type !== 'hardbreak' && (type !== 'text' || content.trim() !== ''))
      return false
  }
  return hasComment
}

/** A block of raw HTML without the comments in it; in `pre` and `code` they are code. */
export function withoutComments(html: string): string {
  if (!html.includes(mark)) return html
  const places = /<(pre|code)\b|%%/gi
  const unclosed = new Set<string>()
  const lower = html.toLowerCase()
  let kept = ''
  let done = 0
  for (let found = places.exec(html); found !== null; found = places.exec(html)) {
    const element = found[1]?.toLowerCase()
    if (element === undefined) {
      const end = html.indexOf(mark, places.lastIndex)
      if (end === -1) break
      kept += html.slice(done, found.index)
      done = places.lastIndex = end + mark.length
    } else if (!unclosed.has(element)) {
      const end = lower.indexOf(`</${element}`, places.lastIndex)
      if (end === -1) unclosed.add(element)
      else places.lastIndex = end
    }
  }
  return kept + html.slice(done)
}
