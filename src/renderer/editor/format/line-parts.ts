import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import type { EditorState, Line } from '@codemirror/state'
import type { SyntaxNode, Tree } from '@lezer/common'

/** What stands before the words of a line, in the order in which Markdown reads it. */
export interface LineParts {
  /** `> ` for each quotation around. */
  readonly quote: string
  readonly indent: string
  /** `- ` or `12. ` */
  readonly marker: string
  /** `[ ] `, after a marker alone. */
  readonly task: string
  /** `## ` */
  readonly heading: string
  readonly text: string
}

const pattern =
  /^((?:[ \t]*>[ \t]?)*)([ \t]*)(?:((?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))(\[[ xX]\](?:[ \t]+|$))?)?(#{1,6}(?:[ \t]+|$))?(.*)$/s

/** Takes a line apart. Joined again the parts are the line. */
export function readLine(text: string): LineParts {
  const [, quote = '', indent = '', marker = '', task = '', heading = '', rest = ''] =
    pattern.exec(text) ?? []
  return { quote, indent, marker, task, heading, text: rest }
}

/** Long enough for what a command has to know, short enough that nobody waits for it. */
const parseMs = 100

/** The syntax up to a position, as far as it can be had in a moment. */
export function treeTo(state: EditorState, position: number): Tree {
  return ensureSyntaxTree(state, position, parseMs) ?? syntaxTree(state)
}

/** The innermost node of one of these names around a position. */
export function nodeAround(
  state: EditorState,
  position: number,
  names: readonly string[],
  side: -1 | 0 | 1 = 0,
): SyntaxNode | undefined {
  for (
    let node: SyntaxNode | null = treeTo(state, position).resolveInner(position, side);
    node !== null;
    node = node.parent
  )
    if (names.includes(node.name)) return node
  return undefined
}

const literal = ['FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock']

/** Whether a line is code or HTML, where marks of Markdown mean nothing. */
export function isLiteral(state: EditorState, line: Line): boolean {
  return nodeAround(state, line.to, literal, -1) !== undefined && line.length > 0
}

/** Every line that a selection touches, once, in order. */
export function selectedLines(state: EditorState): Line[] {
  const lines: Line[] = []
  for (const { from, to, empty } of state.selection.ranges) {
    for (let line = state.doc.lineAt(from); ; ) {
      // A selection up to the start of a line doesn't mean that line.
      const isTouched = empty || line.from < to || line.from === from
      if (isTouched && (lines.at(-1)?.from ?? -1) < line.from) lines.push(line)
      if (line.to >= to || line.number === state.doc.lines) break
      line = state.doc.line(line.number + 1)
    }
  }
  return lines
}
