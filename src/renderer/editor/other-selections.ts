import { EditorState, type Extension } from '@codemirror/state'
import { layer, RectangleMarker } from '@codemirror/view'

/**
 * Several cursors at once, with the browser's own caret and selection for the main one. CodeMirror can draw
 * all of them, but its blinking is an animation that keeps the browser painting without end, and that delays
 * each letter by a frame.
 */
export function otherSelections(): Extension {
  return [
    EditorState.allowMultipleSelections.of(true),
    layer({
      above: false,
      class: 'cm-otherSelections',
      update: (update) => update.selectionSet || update.docChanged || update.geometryChanged,
      markers: (view) => {
        const { ranges, main } = view.state.selection
        return ranges
          .filter((range) => range !== main)
          .flatMap((range) =>
            RectangleMarker.forRange(view, range.empty ? 'cm-otherCursor' : 'cm-otherRange', range),
          )
      },
    }),
  ]
}
