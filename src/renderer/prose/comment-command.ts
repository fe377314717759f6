import { EditorSelection } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Makes a private comment of what is marked, or an empty one to write in. Marked paragraphs become a block. */
export function insertComment(view: EditorView): boolean {
  const { state } = view
  if (state.readOnly) return false
  const changes = state.changeByRange(({ from, to }) => {
    const text = state.sliceDoc(from, to)
    const [before, after] = /\n\s*\n/.test(text) ? ['%%\n', '\n%%'] : ['%% ', ' %%']
    const start = from + before.length
    return {
      changes: { from, to, insert: before + text + after },
      range: EditorSelection.range(start, start + text.length),
    }
  })
  view.dispatch(state.update(changes, { userEvent: 'input', scrollIntoView: true }))
  return true
}
