import type { EditorState, Line } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { readLine, selectedLines, treeTo } from '../format/line-parts'

/** An item of a list, with all that hangs on it. */
export interface ListItem {
  readonly node: SyntaxNode
  /** Its first line, on which its mark is. */
  readonly line: Line
  /** Where its mark begins, in characters of the line. */
  readonly column: number
  /** `- ` or `12. `, as its line has it */
  readonly marker: string
}

/** The item whose mark is on this line. */
export function itemOn(state: EditorState, line: Line): ListItem | undefined {
  const parts = readLine(line.text)
  if (parts.marker === '') return undefined
  const column = parts.quote.length + parts.indent.length
  for (
    let node: SyntaxNode | null = treeTo(state, line.to).resolveInner(line.from + column, 1);
    node !== null;
    node = node.parent
  )
    if (node.name === 'ListItem')
      return node.from === line.from + column ? { node, line, column, marker: parts.marker } : undefined
  return undefined
}

/** The items whose marks are in the selection, without those that hang on another of them. */
export function selectedItems(state: EditorState): ListItem[] {
  const items: ListItem[] = []
  for (const line of selectedLines(state)) {
    const item = itemOn(state, line)
    const last = items.at(-1)
    if (item && (last === undefined || item.node.from >= last.node.to)) items.push(item)
  }
  return items
}

/** The item of a node; undefined where it is none. */
function itemOf(state: EditorState, node: SyntaxNode | null | undefined): ListItem | undefined {
  return node?.name === 'ListItem' ? itemOn(state, state.doc.lineAt(node.from)) : undefined
}

/** The item that this one hangs on. */
export const parentOf = (state: EditorState, { node }: ListItem) => itemOf(state, node.parent?.parent)

/** The item before or after this one in its list. */
export function neighbourOf(state: EditorState, { node }: ListItem, by: -1 | 1): ListItem | undefined {
  // Between two items of a quoted list stand the marks of the quotation.
  let next = by < 0 ? node.prevSibling : node.nextSibling
  while (next !== null && next.name !== 'ListItem') next = by < 0 ? next.prevSibling : next.nextSibling
  return itemOf(state, next)
}

/** The mark of the item that would be the next of a list, and of those after it. */
export function nextMarker(state: EditorState, list: SyntaxNode, index: number): string {
  const items = list.getChildren('ListItem').map((item) => state.sliceDoc(item.from, item.from + 12))
  const numbers = items.map((text) => Number.parseInt(text, 10))
  const [, number, sign] = /^(\d*)(.)/.exec(items.at(-1) ?? '-') ?? []
  if (number === undefined || number === '') return `${sign ?? '-'} `
  const isAllOne = numbers.length > 1 && new Set(numbers).size === 1
  return `${isAllOne ? number : Number(number) + 1 + index}${sign} `
}

/** The lines of an item, its own and those of what hangs on it. */
export function linesOf(state: EditorState, { node, line }: ListItem): Line[] {
  const lines = [line]
  for (let next = line; next.to < node.to; ) {
    next = state.doc.line(next.number + 1)
    lines.push(next)
  }
  return lines
}
