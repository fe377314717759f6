import {
  type ChangeSpec,
  countColumn,
  EditorSelection,
  type EditorState,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { readLine, selectedLines } from '../format/line-parts'
import {
  itemOn,
  type ListItem,
  linesOf,
  neighbourOf,
  nextMarker,
  parentOf,
  selectedItems,
} from './list-items'
import { dispatchRenumbered } from './renumber'

/** Tab: hangs the items on the one above, with all that hangs on them; quotes a quotation once more. */
export const indentItems: StateCommand = (target) => {
  const { state } = target
  const items = selectedItems(state)
  if (state.readOnly || !isInsideOf(state, items)) return changeQuotes(target, 1)
  // All of them go as far as the first; the first of a list has nothing to hang on, and stays.
  const [first] = items
  const above = first && neighbourOf(state, first, -1)
  if (first === undefined || above === undefined) return true
  const column = above.column + above.marker.trimEnd().length + 1
  const list = lastListOf(above.node)
  dispatchRenumbered(target, {
    changes: items.flatMap((item, index) =>
      shift(
        state,
        item,
        column - first.column,
        list ? nextMarker(state, list, index) : newMarker(item, index),
      ),
    ),
    userEvent: 'input.list',
    scrollIntoView: true,
  })
  return true
}

/** The list that hangs on an item last, which its next one joins. */
function lastListOf(node: SyntaxNode): SyntaxNode | undefined {
  const lists = [...node.getChildren('BulletList'), ...node.getChildren('OrderedList')]
  return lists.find((list) => list.to === node.to)
}

const newMarker = ({ marker }: ListItem, index: number) => marker.replace(/^\d+/, String(index + 1))

/** Shift Tab: puts the items beside the one that they hang on; takes a level of a quotation away. */
export const outdentItems: StateCommand = (target) => {
  const { state } = target
  const items = selectedItems(state)
  if (state.readOnly || !isInsideOf(state, items)) return changeQuotes(target, -1)
  const [first] = items
  const parent = first && parentOf(state, first)
  const column = parent?.column ?? (first ? readLine(first.line.text).quote.length : 0)
  if (first === undefined || first.column === column) return true
  const list = parent?.node.parent
  dispatchRenumbered(target, {
    changes: items.flatMap((item, index) => {
      const marker = list ? nextMarker(state, list, index) : item.marker
      return shift(state, item, column - first.column, marker)
    }),
    userEvent: 'input.list',
    scrollIntoView: true,
  })
  return true
}

/** Whether it is items that the selection means: it begins on the line of one. */
const isInsideOf = (state: EditorState, items: readonly ListItem[]) =>
  items[0] !== undefined && items[0].line.from === state.doc.lineAt(state.selection.main.from).from

/** Moves all lines of an item by columns, and gives it the mark of its new neighbours. */
function shift(state: EditorState, item: ListItem, by: number, marker: string): ChangeSpec[] {
  const changes = linesOf(state, item).flatMap((line): ChangeSpec[] => {
    const { quote, indent } = readLine(line.text)
    if (line.length === quote.length + indent.length && line.from !== item.line.from) return []
    const from = line.from + quote.length
    if (by > 0) return [{ from, insert: ' '.repeat(by) }]
    const column = Math.max(0, countColumn(indent, 4) + by)
    return [{ from, to: from + indent.length, insert: ' '.repeat(column) }]
  })
  if (marker.trimEnd() === item.marker.trimEnd()) return changes
  const { node } = item
  return [...changes, { from: node.from, to: node.from + item.marker.length, insert: `${marker.trimEnd()} ` }]
}

function changeQuotes({ state, dispatch }: Parameters<StateCommand>[0], by: 1 | -1): boolean {
  const lines = selectedLines(state)
  if (state.readOnly || lines.some(({ text }) => !/^ {0,3}>/.test(text))) return false
  const changes = lines.map((line) => {
    const length = by > 0 ? 0 : (/^ {0,3}> ?/.exec(line.text)?.[0].length ?? 0)
    return { from: line.from, to: line.from + length, insert: by > 0 ? '> ' : '' }
  })
  dispatch(state.update({ changes, userEvent: 'input', scrollIntoView: true }))
  return true
}

/**
 * Moves the item at the cursor past the one above or below, with all that hangs on both. False where the
 * selection is no item, or has no neighbour there.
 */
export function moveItem(by: -1 | 1): StateCommand {
  return (target) => {
    const { state } = target
    const { main, ranges } = state.selection
    const item = itemOn(state, state.doc.lineAt(main.head))
    const other = item && neighbourOf(state, item, by)
    const isWhole = item && main.from >= item.line.from && main.to <= item.node.to
    if (state.readOnly || ranges.length > 1 || !isWhole || other === undefined) return false
    const [first, second] = by < 0 ? [other.node, item.node] : [item.node, other.node]
    const between = state.sliceDoc(first.to, second.from)
    const [one, two] = [state.sliceDoc(first.from, first.to), state.sliceDoc(second.from, second.to)]
    const distance = by < 0 ? first.from - second.from : two.length + between.length
    dispatchRenumbered(target, {
      changes: { from: first.from, to: second.to, insert: two + between + one },
      selection: EditorSelection.range(
        clamp(main.anchor + distance, state.doc.length),
        clamp(main.head + distance, state.doc.length),
      ),
      userEvent: 'move.line',
      scrollIntoView: true,
    })
    return true
  }
}

const clamp = (position: number, length: number) => Math.max(0, Math.min(length, position))
