import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, type Line, RangeSetBuilder, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { hangingPrefix, PrefixWidths } from './hanging'

/** Blocks whose lines look different as a whole. */
const classes: Readonly<Record<string, string>> = {
  FencedCode: 'cm-code',
  CodeBlock: 'cm-code',
  BlockMath: 'cm-code',
  Table: 'cm-table',
  HTMLBlock: 'cm-html',
  Blockquote: 'cm-quote',
  BulletList: 'cm-list',
  OrderedList: 'cm-list',
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
const containers = new Set(['Document', 'ListItem', 'Task', 'Blockquote', 'BulletList', 'OrderedList'])

/** The blocks that stretch over `from` … `to`, by the line starts that they cover. */
function classLines(state: EditorState, from: number, to: number): Map<number, string> {
  const lines = new Map<number, string>()
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => {
      const name = classes[node.name]
      // A list inside of another has the looks of that one.
      const isNested = name === 'cm-list' && node.node.parent?.name === 'ListItem'
      if (name === undefined || isNested) return containers.has(node.name)
      const end = Math.min(node.to, to)
      for (let line = state.doc.lineAt(Math.max(node.from, from)); ; ) {
        const isEdge = name === 'cm-code' && (line.from <= node.from || line.to >= node.to)
        const own = isEdge ? `${name} ${line.from <= node.from ? 'cm-code-first' : 'cm-code-last'}` : name
        const before = lines.get(line.from)
        lines.set(line.from, before === undefined ? own : `${before} ${own}`)
        if (line.to >= end || line.number === state.doc.lines) break
        line = state.doc.line(line.number + 1)
      }
      return containers.has(node.name)
    },
  })
  return lines
}

/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const isHung = (name: string) => /cm-(?:list|quote)/.test(name) && !/cm-(?:code|table|html)/.test(name)
const isCode = (name: string) => /cm-(?:code|html)/.test(name)

/** Such lines take the direction of their first letter that has one. */
function findTurned(state: EditorState, from: number, to: number): Line[] {
  const found: Line[] = []
  if (!rightToLeft.test(state.sliceDoc(from, to))) return found
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    if (rightToLeft.test(line.text)) found.push(line)
    if (line.to >= to || line.number === state.doc.lines) return found
  }
}

function decorate(view: EditorView, widths: PrefixWidths): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const { state } = view
  for (const { from, to } of view.visibleRanges) {
    const lines = classLines(state, from, to)
    const turned = new Set(findTurned(state, from, to).map((line) => line.from))
    for (const start of [...new Set([...lines.keys(), ...turned])].sort((a, b) => a - b)) {
      const name = lines.get(start) ?? ''
      const width = isHung(name) ? widths.widthOf(hangingPrefix(state.doc.lineAt(start).text)) : 0
      builder.add(start, start, lookOf(name, width, turned.has(start) && !isCode(name)))
    }
  }
  return builder.finish()
}

function lookOf(name: string, width: number, isTurned: boolean): Decoration {
  return Decoration.line({
    class: name,
    attributes: {
      ...(width > 0 ? { style: `padding-inline-start:${width}em;text-indent:-${width}em` } : {}),
      ...(isTurned ? { dir: 'auto' } : {}),
    },
  })
}

const fontChanged = StateEffect.define<null>()

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    readonly #widths = new PrefixWidths()

    constructor(view: EditorView) {
      this.#widths.readFont(view)
      this.decorations = decorate(view, this.#widths)
    }

    update(update: ViewUpdate) {
      const hasNewTree = syntaxTree(update.startState) !== syntaxTree(update.state)
      const hasNewFont = update.transactions.some(({ effects }) => effects.some((one) => one.is(fontChanged)))
      if (update.docChanged || update.viewportChanged || hasNewTree || hasNewFont)
        this.decorations = decorate(update.view, this.#widths)
      else if (update.geometryChanged) this.#lookAtFont(update.view)
    }

    #lookAtFont(view: EditorView) {
      view.requestMeasure({
        key: this,
        read: () => this.#widths.readFont(view),
        // An update can't begin while another is drawn.
        write: (isOther) => isOther && queueMicrotask(() => view.dispatch({ effects: fontChanged.of(null) })),
      })
    }
  },
  { decorations: ({ decorations }) => decorations },
)

/**
 * Gives the visible lines of code, tables, quotations, lists and headings their classes, hangs the further rows of
 * items and quotations behind their marks, and lets each line run in the direction of its script.
 */
export const blockLines: Extension = [EditorView.perLineTextDirection.of(true), plugin]
