import { syntaxTree } from '@codemirror/language'
import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type FocusUnit, type LitRange, litRange } from './lit-range'

const litLine = Decoration.line({ class: 'cm-lit' })
const unlit = Decoration.mark({ class: 'cm-unlit' })

/** Dims everything but the unit of text that the cursor is in. */
export function focusMode(unit: FocusUnit): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      lit: LitRange
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.lit = litRange(view.state, unit)
        this.decorations = decorate(view, this.lit)
      }

      update(update: ViewUpdate) {
        const hasNewTree = syntaxTree(update.startState) !== syntaxTree(update.state)
        if (update.docChanged || update.selectionSet || hasNewTree) {
          const lit = litRange(update.state, unit)
          const isSame = lit.from === this.lit.from && lit.to === this.lit.to
          this.lit = lit
          if (isSame && !update.docChanged && !update.viewportChanged) return
        } else if (!update.viewportChanged) return
        this.decorations = decorate(update.view, this.lit)
      }
    },
    { decorations: (value) => value.decorations },
  )
  return [EditorView.editorAttributes.of({ class: 'cm-focus-mode' }), plugin]
}

/** Lights the lines that are on screen, and dims what stands in them beside the range. */
function decorate(view: EditorView, { from, to }: LitRange): DecorationSet {
  const { doc } = view.state
  const builder = new RangeSetBuilder<Decoration>()
  const start = Math.max(from, view.viewport.from)
  const end = Math.min(to, view.viewport.to)
  if (start > end) return builder.finish()
  for (let line = doc.lineAt(start); ; line = doc.line(line.number + 1)) {
    builder.add(line.from, line.from, litLine)
    if (line.from < from) builder.add(line.from, from, unlit)
    if (line.to > to) builder.add(to, line.to, unlit)
    if (line.to >= end || line.number === doc.lines) return builder.finish()
  }
}
