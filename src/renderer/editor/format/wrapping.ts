import { EditorSelection, type EditorState, type Extension, type TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** What a typed mark puts around a selection. */
const pairs: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  '[': ']',
  '(': ')',
  '~': '~',
}

/** The selections with the typed mark around each of them; undefined where it would only replace text. */
export function wrapSelection(state: EditorState, typed: string): TransactionSpec | undefined {
  const closing = pairs[typed]
  if (closing === undefined || state.readOnly || state.selection.ranges.some(({ empty }) => empty))
    return undefined
  return state.changeByRange(({ from, to, anchor, head }) => ({
    changes: [
      { from, insert: typed },
      { from: to, insert: closing },
    ],
    range: EditorSelection.range(anchor + 1, head + 1),
  }))
}

/** A mark that is typed over a selection goes around it; twice `*` makes it bold. */
export const wrapping: Extension = EditorView.inputHandler.of((view, _from, _to, text) => {
  if (view.composing || view.state.selection.main.empty) return false
  const spec = wrapSelection(view.state, text)
  if (spec === undefined) return false
  view.dispatch(view.state.update(spec, { userEvent: 'input.type', scrollIntoView: true }))
  return true
})
