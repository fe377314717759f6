import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state'

/**
 * For tests: runs a command on a text in which `<` and `>` enclose the selection and `|` is the cursor, and returns
 * what came of it in the same notation.
 */
export function run(command: StateCommand, text: string): string {
  const anchor = text.search(/[<|]/)
  const plain = text.replace(/[<|]/, '')
  const end = text[anchor] === '<' ? plain.lastIndexOf('>') : -1
  const head = end === -1 ? anchor : end
  let state = EditorState.create({
    doc: end === -1 ? plain : plain.slice(0, end) + plain.slice(end + 1),
    selection: EditorSelection.single(anchor, head),
    extensions: [markdown({ base: markdownLanguage })],
  })
  command({ state, dispatch: (transaction) => (state = transaction.state) })
  const { from, to, empty } = state.selection.main
  const doc = state.doc.toString()
  return empty
    ? `${doc.slice(0, from)}|${doc.slice(from)}`
    : `${doc.slice(0, from)}<${doc.slice(from, to)}>${doc.slice(to)}`
}
