import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** Where the line that is written stays, as a share of the height: a little above the middle. */
const height = 0.45

/**
 * Keeps the line that is written at one height while the text moves. Follows what the writer does by keys;
 * a click moves nothing, for what one clicked at should stay under the pointer.
 */
export const typewriter: Extension = [
  EditorView.editorAttributes.of({ class: 'cm-typewriter' }),
  EditorView.updateListener.of((update) => {
    const isByKey = update.transactions.some(
      (transaction) => transaction.scrollIntoView && !transaction.isUserEvent('select.pointer'),
    )
    if (!isByKey) return
    // Measured with the rest that the frame measures, so that nothing is laid out for it alone.
    update.view.requestMeasure({ key: typewriterKey, read: distance, write: scrollBy })
  }),
]

const typewriterKey = {}

/** How far the cursor's line is below its height, in pixels; 0 where that can't be said. */
function distance(view: EditorView): number {
  const caret = view.coordsAtPos(view.state.selection.main.head)
  const box = scrollerOf(view)?.getBoundingClientRect()
  if (!caret || !box) return 0
  return (caret.top + caret.bottom) / 2 - (box.top + box.height * height)
}

function scrollBy(pixels: number, view: EditorView): void {
  // Less than this is a matter of rounding, and moving by it would make the text tremble.
  if (Math.abs(pixels) < 2) return
  const scroller = scrollerOf(view)
  if (scroller) scroller.scrollTop += pixels
}

const scrollerOf = (view: EditorView) => view.dom.closest<HTMLElement>('[data-scroller]')
