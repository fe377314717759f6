import { syntaxTree } from '@codemirror/language'
import { type EditorState, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

/** Blocks whose lines look different as a whole. */
const classes: Readonly<Record<string, string>> = {
  FencedCode: 'cm-code',
  CodeBlock: 'cm-code',
  Table: 'cm-table',
  HTMLBlock: 'cm-html',
  Blockquote: 'cm-quote',
  ATXHeading1: 'cm-heading cm-heading-1',
  SetextHeading1: 'cm-heading cm-heading-1',
  ATXHeading2: 'cm-heading cm-heading-2',
  SetextHeading2: 'cm-heading cm-heading-2',
  ATXHeading3: 'cm-heading cm-heading-3',
  ATXHeading4: 'cm-heading',
  ATXHeading5: 'cm-heading',
  ATXHeading6: 'cm-heading',
}

/** Blocks in which others stand; whatever else there is, is text inside a line. */
const containers = new Set(['Document', 'BulletList', 'OrderedList', 'ListItem', 'Task'])

/** The blocks that stretch over `from` … `to`, by the line starts that they cover. */
function classLines(state: EditorState, from: number, to: number): Map<number, string> {
  const lines = new Map<number, string>()
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const name = classes[node.name]
      if (name === undefined) return containers.has(node.name)
      const end = Math.min(node.to, to)
      for (let line = state.doc.lineAt(Math.max(node.from, from)); ; ) {
        const isEdge = name === 'cm-code' && (line.from <= node.from || line.to >= node.to)
        const own = isEdge ? `${name} ${line.from <= node.from ? 'cm-code-first' : 'cm-code-last'}` : name
        const before = lines.get(line.from)
        lines.set(line.from, before === undefined ? own : `${before} ${own}`)
        if (line.to >= end || line.number === state.doc.lines) break
        line = state.doc.line(line.number + 1)
      }
      // Inside a quotation there may be code; inside code there is nothing more to find.
      return name === 'cm-quote'
    },
  })
  return lines
}

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    const lines = [...classLines(view.state, from, to)].sort(([a], [b]) => a - b)
    for (const [start, name] of lines) builder.add(start, start, Decoration.line({ class: name }))
  }
  return builder.finish()
}

/** Gives the visible lines of code, tables, quotations and headings their classes. */
export const blockLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }

    update(update: ViewUpdate) {
      const hasNewTree = syntaxTree(update.startState) !== syntaxTree(update.state)
      if (update.docChanged || update.viewportChanged || hasNewTree) this.decorations = decorate(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
