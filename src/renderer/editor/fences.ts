import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, Prec, type StateCommand } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'

interface Fence {
  /** The marks that close the block: back-ticks or tildes, as many as opened it. */
  readonly mark: string
  readonly column: number
  /** Whether it stands in a list's item, whose text goes on at the fence's column. */
  readonly isInItem: boolean
  readonly to: number
}

/** The fenced block around `position`, if it was opened on a line above. */
function fenceAround(state: EditorState, position: number): Fence | undefined {
  const tree = ensureSyntaxTree(state, position, 50) ?? syntaxTree(state)
  for (let node = tree.resolve(position, -1); ; ) {
    if (node.name === 'FencedCode') {
      const opening = state.doc.lineAt(node.from)
      const mark = /^(?:`{3,}|~{3,})/.exec(state.sliceDoc(node.from, opening.to))?.[0]
      if (mark === undefined || opening.to >= position) return undefined
      const isInItem = node.parent?.name === 'ListItem'
      return { mark, column: node.from - opening.from, isInItem, to: node.to }
    }
    if (node.parent === null) return undefined
    node = node.parent
  }
}

/**
 * The line `before` + `typed` as a closing fence at its block's own column; undefined when it closes none or
 * stands there already. Code indents its next line, and a fence four spaces in would be code.
 */
export function closingFence(state: EditorState, position: number, typed: string): string | undefined {
  const line = state.doc.lineAt(position)
  if (position !== line.to) return undefined
  const [, indent = '', rest = ''] = /^([ \t]*)(`*|~*)$/.exec(line.text + typed) ?? []
  if (indent === '' || rest.length < 3) return undefined
  const fence = fenceAround(state, position)
  if (fence === undefined || rest !== fence.mark || indent.length <= fence.column) return undefined
  return ' '.repeat(fence.column) + rest
}

/** A new line after a closing fence, which the indentation of the code above doesn't reach. */
export const leaveFence: StateCommand = ({ state, dispatch }) => {
  const { empty, head } = state.selection.main
  const line = state.doc.lineAt(head)
  if (state.readOnly || state.selection.ranges.length > 1 || !empty || head !== line.to) return false
  if (!/^[ \t]*(?:`{3,}|~{3,})$/.test(line.text)) return false
  const fence = fenceAround(state, head)
  if (fence === undefined || fence.to !== head || !line.text.trim().startsWith(fence.mark)) return false
  const insert = `\n${fence.isInItem ? ' '.repeat(fence.column) : ''}`
  const selection = { anchor: head + insert.length }
  const changes = { from: head, insert }
  dispatch(state.update({ changes, selection, userEvent: 'input', scrollIntoView: true }))
  return true
}

/** Lets a fenced block be typed by hand, whatever its language does with indentation. */
export const typedFences: Extension = [
  EditorView.inputHandler.of((view, from, to, text) => {
    if (from !== to || view.composing || view.state.selection.ranges.length > 1) return false
    const fence = closingFence(view.state, from, text)
    if (fence === undefined) return false
    const line = view.state.doc.lineAt(from)
    view.dispatch({
      changes: { from: line.from, to: line.to, insert: fence },
      selection: { anchor: line.from + fence.length },
      userEvent: 'input.type',
      scrollIntoView: true,
    })
    return true
  }),
  Prec.highest(keymap.of([{ key: 'Enter', run: leaveFence }])),
]
