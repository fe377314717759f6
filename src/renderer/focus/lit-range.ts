import { syntaxTree } from '@codemirror/language'
import type { EditorState, Line } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'

/** How much of the text the writer looks at. */
export type FocusUnit = 'sentence' | 'paragraph' | 'section'

export interface LitRange {
  readonly from: number
  readonly to: number
}

/** The stretch that stays lit: all units that the main selection touches. */
export function litRange(state: EditorState, unit: FocusUnit): LitRange {
  const { from, to, empty } = state.selection.main
  const first = unitAt(state, from, unit)
  if (empty || to <= first.to) return first
  return { from: first.from, to: Math.max(to, unitAt(state, to, unit).to) }
}

function unitAt(state: EditorState, position: number, unit: FocusUnit): LitRange {
  switch (unit) {
    case 'section':
      return sectionAt(state, position)
    case 'paragraph':
      return paragraphAt(state, position)
    case 'sentence':
      return sentenceAt(state, position)
  }
}

const isHeading = ({ name }: { readonly name: string }) => /^(?:ATX|Setext)Heading[1-6]$/.test(name)
const blocks =
  /^(?:Paragraph|FencedCode|CodeBlock|Table|HTMLBlock|BlockMath|Task|HorizontalRule|LinkReference)$/

/** From the heading above to the one below, whatever their levels: the smallest part that has a name. */
function sectionAt(state: EditorState, position: number): LitRange {
  const line = state.doc.lineAt(position)
  const top = topBlock(state, line)
  if (top === null) return { from: 0, to: state.doc.length }
  let from = 0
  for (let node: SyntaxNode | null = top; node !== null; node = node.prevSibling) {
    if (!isHeading(node) || node.from > position) continue
    from = node.from
    break
  }
  let to = state.doc.length
  for (let node = top.from > position ? top : top.nextSibling; node !== null; node = node.nextSibling) {
    if (!isHeading(node)) continue
    to = Math.max(from, state.doc.lineAt(node.from).from - 1)
    break
  }
  return { from, to }
}

/** The top-level block that the line is in, or the one around it where the line is empty. */
function topBlock(state: EditorState, line: Line): SyntaxNode | null {
  const { topNode } = syntaxTree(state)
  return topNode.childBefore(line.to + 1) ?? topNode.childAfter(line.from)
}

/** The innermost block of text, such as the paragraph of one list item; on an empty line, that line. */
function paragraphAt(state: EditorState, position: number): LitRange {
  const line = state.doc.lineAt(position)
  if (line.text.trim() === '') return innerBlock(state, position) ?? line
  return innerBlock(state, position) ?? linesAround(state, line)
}

function innerBlock(state: EditorState, position: number): LitRange | undefined {
  const tree = syntaxTree(state)
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = tree.resolveInner(position, side); node; node = node.parent) {
      if (!blocks.test(node.name) && !isHeading(node)) continue
      return { from: state.doc.lineAt(node.from).from, to: state.doc.lineAt(node.to).to }
    }
  }
  return undefined
}

/** What no parser has reached yet is parted by empty lines; a wall of text needs no more than a screen of it. */
function linesAround(state: EditorState, line: Line): LitRange {
  const farthest = 100
  let first = line
  let last = line
  while (first.number > Math.max(1, line.number - farthest)) {
    const before = state.doc.line(first.number - 1)
    if (before.text.trim() === '') break
    first = before
  }
  while (last.number < Math.min(state.doc.lines, line.number + farthest)) {
    const after = state.doc.line(last.number + 1)
    if (after.text.trim() === '') break
    last = after
  }
  return { from: first.from, to: last.to }
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
/** As far to either side as a sentence is looked for, in characters. */
const reach = 4000

/** The sentence around a place within its paragraph; marks of lists and quotes belong to none. */
function sentenceAt(state: EditorState, position: number): LitRange {
  const paragraph = paragraphAt(state, position)
  const from = Math.max(paragraph.from, position - reach)
  const to = Math.min(paragraph.to, position + reach)
  // A line's end is a space within a sentence, and for the segmenter the end of one.
  const text = state.sliceDoc(from, to).replaceAll('\n', ' ')
  // At the end of a sentence its full stop is what one has just typed.
  const at = Math.max(0, Math.min(text.length - 1, position - from - (position === to ? 1 : 0)))
  const found = text === '' ? undefined : segmenter.segment(text).containing(at)
  if (found === undefined) return paragraph
  return { from: from + found.index, to: from + found.index + found.segment.trimEnd().length }
}
