import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state'
import { isInCode } from '../completion/in-code'

/**
 * Makes links of the selected words when an address is pasted onto them; undefined where it has to be pasted as it
 * is: nothing or an address is selected, more than a line, code, or the address of a link.
 */
export function linkSelection(state: EditorState, pasted: string): TransactionSpec | undefined {
  const address = pasted.trim()
  if (!isAddress(address)) return undefined
  if (!state.selection.ranges.every(({ from, to }) => canBeLinked(state, from, to))) return undefined
  const target = address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))
  const spec = state.changeByRange(({ from, to }) => {
    const insert = `[${state.sliceDoc(from, to)}](${target})`
    return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) }
  })
  return { ...spec, userEvent: 'input.paste', scrollIntoView: true }
}

const isAddress = (text: string) => /^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(text) && text.length <= 2000

function canBeLinked(state: EditorState, from: number, to: number): boolean {
  if (from === to || isInCode(state, from + 1)) return false
  const words = state.sliceDoc(from, to)
  if (words.trim() === '' || words.includes('\n') || isAddress(words.trim())) return false
  // Inside of a link's address, or words of which a bracket would end the link before its end.
  const before = state.sliceDoc(Math.max(state.doc.lineAt(from).from, from - 200), from)
  return !/\]\([^()\s]*$/.test(before) && bracketsMatch(words)
}

function bracketsMatch(words: string): boolean {
  let depth = 0
  for (const [sign] of words.replace(/\\./g, '').matchAll(/[[\]]/g)) {
    depth += sign === '[' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
