import type { Tree } from '@lezer/common'
import type { PrivateComment } from './prose'

const mark = '%%'
const codeNodes = new Set(['FencedCode', 'CodeBlock', 'InlineCode', 'Escape'])
const leaves = /^(?:Paragraph|Task|TableCell|ATXHeading\d|SetextHeading\d|HTMLBlock|LinkReference)$/

/**
 * The private comments of a source, as `markdown` reads them: in a line up to the end of its block, one that
 * begins a line as far as it goes. Marks in code are code.
 */
export function findComments(source: string, tree: Tree): readonly PrivateComment[] {
  const comments: PrivateComment[] = []
  for (let from = source.indexOf(mark); from !== -1; ) {
    const inCode = codeAround(tree, from)
    if (inCode !== undefined) {
      from = source.indexOf(mark, Math.max(inCode, from + 1))
      continue
    }
    const end = source.indexOf(mark, from + mark.length)
    if (end === -1) break
    const to = end + mark.length
    if (beginsLine(source, from) || end < leafEnd(source, tree, from)) {
      comments.push({ from, to, text: source.slice(from + mark.length, end).trim() })
      from = source.indexOf(mark, to)
    } else from = end
  }
  return comments
}

/** Where the code ends in which a place is. */
function codeAround(tree: Tree, at: number): number | undefined {
  for (let node = tree.resolve(at, 1); ; ) {
    if (codeNodes.has(node.name)) return node.to
    if (node.parent === null) return undefined
    node = node.parent
  }
}

/** Whether nothing but marks of lists and quotations stands before a place in its line. */
function beginsLine(source: string, at: number): boolean {
  const start = source.lastIndexOf('\n', at - 1) + 1
  return at - start < 200 && /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/.test(source.slice(start, at))
}

function leafEnd(source: string, tree: Tree, at: number): number {
  for (let node = tree.resolve(at, 1); ; ) {
    if (leaves.test(node.name)) return node.to
    if (node.parent === null) break
    node = node.parent
  }
  const end = source.indexOf('\n', at)
  return end === -1 ? source.length : end
}
