import { syntaxTree } from '@codemirror/language'
import { type Extension, type Range, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { findMarks } from './find-marks'
import { createWidget } from './widgets'
import './reading.css'

const hidden = Decoration.replace({})
const blank = Decoration.mark({ class: 'cm-blank' })
const collapsed = Decoration.line({ class: 'cm-collapsed' })
/** The pointer has let go: what it is at may be shown. */
const released = StateEffect.define()

/** Hides marks away from the cursor and shows what they mean in their place. Changes no letter of the text. */
export const hiddenMarks: Extension = [
  EditorView.editorAttributes.of({ class: 'cm-reading' }),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      /** While the pointer marks text nothing may move under it. */
      isHeld = false
      holding: AbortController | undefined

      constructor(readonly view: EditorView) {
        this.decorations = decorate(view)
      }

      update(update: ViewUpdate) {
        const isReleased = update.transactions.some(({ effects }) =>
          effects.some((effect) => effect.is(released)),
        )
        const hasNewTree = syntaxTree(update.startState) !== syntaxTree(update.state)
        const isMoved = update.selectionSet && !this.isHeld
        if (update.docChanged || update.viewportChanged || hasNewTree || isMoved || isReleased)
          this.decorations = decorate(update.view)
      }

      hold() {
        this.isHeld = true
        this.holding?.abort()
        const holding = new AbortController()
        this.holding = holding
        const release = () => {
          holding.abort()
          this.isHeld = false
          this.view.dispatch({ effects: released.of(null) })
        }
        // Text that is dragged away ends without a release of the pointer here.
        for (const type of ['mouseup', 'dragend', 'blur'])
          window.addEventListener(type, release, { signal: holding.signal })
      }

      destroy() {
        this.holding?.abort()
      }
    },
    {
      decorations: (plugin) => plugin.decorations,
      eventHandlers: {
        mousedown() {
          this.hold()
        },
      },
    },
  ),
]

function decorate(view: EditorView): DecorationSet {
  const decorations: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    for (const mark of findMarks(view.state, from, to)) {
      if (mark.stand.kind === 'collapsed')
        decorations.push(collapsed.range(view.state.doc.lineAt(mark.from).from))
      if (mark.from === mark.to) continue
      const widget = createWidget(mark.stand)
      const plain = mark.stand.kind === 'blank' ? blank : hidden
      decorations.push((widget ? Decoration.replace({ widget }) : plain).range(mark.from, mark.to))
    }
  }
  return Decoration.set(decorations, true)
}
