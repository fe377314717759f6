import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { askForAlternativeTexts, type ImageInText } from './alternative-text'

/** Asks what the image at the cursor shows, or else the next one on its line. Says whether there is any. */
export function describeImage(view: EditorView): boolean {
  const { head } = view.state.selection.main
  const images = view.state.readOnly ? [] : imagesOnLine(view.state, head)
  const image = images.find(({ end }) => head <= end) ?? images.at(-1)
  if (image === undefined) return false
  view.dispatch({ effects: askForAlternativeTexts([image]) })
  return true
}

/** In their order, each with where it ends. */
function imagesOnLine(state: EditorState, position: number): (ImageInText & { readonly end: number })[] {
  const line = state.doc.lineAt(position)
  const found: (ImageInText & { readonly end: number })[] = []
  // 50 ms of parsing at most: one waits for an answer to a key.
  ensureSyntaxTree(state, line.to, 50)?.iterate({
    from: line.from,
    to: line.to,
    enter: ({ name, from, to }) => {
      if (name !== 'Image') return
      const [, text = '', path = ''] =
        /^!\[((?:[^[\]\\]|\\.)*)\]\(<?([^\s)>]*)/.exec(state.sliceDoc(from, to)) ?? []
      if (path !== '') found.push({ from: from + 2, to: from + 2 + text.length, path, end: to })
    },
  })
  return found
}
