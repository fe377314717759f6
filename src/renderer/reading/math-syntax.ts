import { tags } from '@lezer/highlight'
import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown'

const dollar = 36
const backslash = 92
/** A formula in a line is shorter, in characters; without an end to it, a text of dollars takes for ever. */
const longest = 2000

/**
 * Formulas for the editor's parser, by the rules of our renderer (src/markdown/parser/math.ts): `$x$` with no
 * space inside and no letter or digit outside its dollars, `$$ … $$` in a line or as a block. Gives the nodes
 * `InlineMath`, `BlockMath` and, for the dollars, `MathMark`.
 */
export const mathSyntax: MarkdownConfig = {
  defineNodes: [
    { name: 'InlineMath', style: tags.monospace },
    { name: 'BlockMath', block: true, style: tags.monospace },
    { name: 'MathMark', style: tags.processingInstruction },
  ],
  parseInline: [{ name: 'InlineMath', before: 'Escape', parse: readInline }],
  parseBlock: [
    {
      name: 'BlockMath',
      before: 'FencedCode',
      parse: readBlock,
      endLeaf: (_context, line) => line.text.startsWith('$$', line.pos),
    },
  ],
}

function readInline(context: InlineContext, next: number, start: number): number {
  if (next !== dollar) return -1
  const size = context.char(start + 1) === dollar ? 2 : 1
  const before = context.slice(Math.max(context.offset, start - 1), start)
  const first = context.slice(start + size, start + size + 1)
  if (/[\p{L}\p{N}$]/u.test(before) || first === '$' || first === '' || (size === 1 && /\s/.test(first)))
    return -1
  const end = findEnd(context, start + size, size)
  if (end === -1 || context.slice(start + size, end).trim() === '') return -1
  const marks = [context.elt('MathMark', start, start + size), context.elt('MathMark', end, end + size)]
  return context.addElement(context.elt('InlineMath', start, end + size, marks))
}

/** Where the dollars that end a formula stand; -1 where none do. */
function findEnd(context: InlineContext, from: number, size: number): number {
  const to = Math.min(context.end, from + longest)
  for (let at = from; at < to; at++) {
    const code = context.char(at)
    if (code === backslash) at++
    if (code !== dollar || at === from) continue
    const isDouble = context.char(at + 1) === dollar
    if (size === 2 && isDouble) return at
    if (size === 1 && !isDouble) {
      const isTight = !/\s/.test(context.slice(at - 1, at))
      if (isTight && !/[\p{L}\p{N}]/u.test(context.slice(at + 1, at + 2))) return at
    }
    if (isDouble) at++
  }
  return -1
}

/** A block ends with the line that ends in `$$`. Without one before an empty line it is a paragraph. */
function readBlock(context: BlockContext, line: Line): boolean {
  if (line.indent - line.baseIndent >= 4 || !line.text.startsWith('$$', line.pos)) return false
  const start = context.lineStart + line.pos
  const opening = line.text.slice(line.pos + 2).trimEnd()
  if (opening.length > 2 && opening.endsWith('$$')) {
    const end = start + 2 + opening.length
    context.nextLine()
    return addBlock(context, start, end)
  }
  if (opening.includes('$$')) return false
  const texts = [line.text.slice(line.pos)]
  let end = context.lineStart + line.text.length
  while (context.nextLine() && isInBlock(context, line)) {
    const text = line.text.slice(line.pos).trimEnd()
    if (text === '') break
    texts.push(line.text)
    end = context.lineStart + line.text.trimEnd().length
    if (!text.endsWith('$$')) continue
    context.nextLine()
    return addBlock(context, start, end)
  }
  const inline = context.parser.parseInline(texts.join('\n'), start)
  context.addElement(context.elt('Paragraph', start, end, inline))
  return true
}

/** The parser's own blocks ask this as well; its types leave it out. */
function isInBlock(context: BlockContext, line: Line & { readonly depth?: number }): boolean {
  return (line.depth ?? context.depth) >= context.depth
}

function addBlock(context: BlockContext, start: number, end: number): boolean {
  const marks = [context.elt('MathMark', start, start + 2), context.elt('MathMark', end - 2, end)]
  context.addElement(context.elt('BlockMath', start, end, marks))
  return true
}
