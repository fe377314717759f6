import { ChangeSet, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { treeTo } from '../format/line-parts'

type Target = Parameters<StateCommand>[0]

interface Change {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** Writes a change of lists, with the numbers of every numbered list around it counted again: one step to undo. */
export function dispatchRenumbered({ state, dispatch }: Target, spec: TransactionSpec): void {
  const first = state.update(spec)
  let [from, to] = [first.newDoc.length, 0]
  first.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
    from = Math.min(from, fromB)
    to = Math.max(to, toB)
  })
  const numbers = from > to ? [] : countAgain(first.state, from, to)
  if (numbers.length === 0) {
    dispatch(first)
    return
  }
  const second = ChangeSet.of(numbers, first.newDoc.length)
  dispatch(
    state.update({
      changes: first.changes.compose(second),
      selection: first.newSelection.map(second),
      userEvent: 'input.list',
      scrollIntoView: true,
    }),
  )
}

/** Lists are read no further than this behind the change; a longer one keeps the numbers of its rest. */
const mostCharacters = 20_000

function countAgain(state: EditorState, from: number, to: number): Change[] {
  const changes: Change[] = []
  const end = Math.min(state.doc.length, to + mostCharacters)
  // A list that begins behind the change can be the one that an item has left.
  treeTo(state, end).iterate({
    from: Math.max(0, from - 1),
    to: Math.min(state.doc.length, state.doc.lineAt(to).to + 1),
    enter: ({ name, node }) => {
      if (name === 'OrderedList') changes.push(...numbersOf(state, node))
    },
  })
  return changes.sort((one, other) => one.from - other.from)
}

/**
 * What makes the numbers of a list follow each other, from the smallest on. A list that gives all its items one
 * number is left alone.
 */
function numbersOf(state: EditorState, list: SyntaxNode): Change[] {
  const marks = list.getChildren('ListItem').flatMap((item) => item.getChild('ListMark') ?? [])
  const numbers = marks.map(({ from, to }) => Number.parseInt(state.sliceDoc(from, to), 10))
  if (new Set(numbers).size < 2) return []
  const first = Math.min(...numbers)
  return marks.flatMap(({ from, to }, index) => {
    const isRight = numbers[index] === first + index
    return isRight ? [] : [{ from, to: to - 1, insert: String(first + index) }]
  })
}
