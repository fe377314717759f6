import { EditorSelection, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'

/** Puts `mark` around each selection, or the word at the cursor; takes it away where it stands already. */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false
    dispatch(state.update(markSelection(state, mark), { userEvent: 'input', scrollIntoView: true }))
    return true
  }
}

function markSelection(state: EditorState, mark: string): TransactionSpec {
  return state.changeByRange((range) => {
    const word = range.empty ? state.wordAt(range.head) : null
    const { from, to } = word ?? range
    const size = mark.length
    const outside = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark
    // `*` inside `**` is another mark: taking one of two away would turn bold into italic.
    const isOther = state.sliceDoc(from - size - 1, from - size) === mark[0] && size === 1
    if (outside && !isOther) {
      return {
        changes: [
          { from: from - size, to: from },
          { from: to, to: to + size },
        ],
        range: EditorSelection.range(range.anchor - size, range.head - size),
      }
    }
    return {
      changes: [
        { from, insert: mark },
        { from: to, insert: mark },
      ],
      range: EditorSelection.range(range.anchor + size, range.head + size),
    }
  })
}

/** Makes a link of the selection: its words get an address, or its address gets words. */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const spec = state.changeByRange((range) => {
    const text = state.sliceDoc(range.from, range.to)
    const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(text)
    const insert = isAddress ? `[](${text})` : `[${text}]()`
    const cursor = isAddress || text === '' ? range.from + 1 : range.from + insert.length - 1
    return {
      changes: { from: range.from, to: range.to, insert },
      range: EditorSelection.cursor(cursor),
    }
  })
  dispatch(state.update(spec, { userEvent: 'input', scrollIntoView: true }))
  return true
}

/** Code: back-ticks around a stretch of a line, a fence around whole lines. */
export const toggleCode: StateCommand = (target) => {
  const { state, dispatch } = target
  const { from, to, empty } = state.selection.main
  if (state.readOnly) return false
  if (empty || state.doc.lineAt(from).number === state.doc.lineAt(to).number) return toggleMark('`')(target)
  const first = state.doc.lineAt(from)
  const last = state.doc.lineAt(to)
  dispatch(
    state.update({
      changes: [
        { from: first.from, insert: '```\n' },
        { from: last.to, insert: '\n```' },
      ],
      selection: EditorSelection.cursor(first.from + 3),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  )
  return true
}
