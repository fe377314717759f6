import type { ChangeSpec, EditorState, Line, StateCommand } from '@codemirror/state'
import { isLiteral, type LineParts, nodeAround, readLine, selectedLines } from './line-parts'

/** The lines that a command about whole lines means: those with words, or the one empty line of the cursor. */
function wordedLines(state: EditorState): Line[] {
  const lines = selectedLines(state).filter((line) => !isLiteral(state, line))
  const worded = lines.filter(({ text }) => /\S/.test(text))
  return worded.length > 0 ? worded : lines.slice(0, 1)
}

/** The length of what stands before an item's mark. */
const lengthBefore = ({ quote, indent }: LineParts) => quote.length + indent.length

/** Writes the changes; the cursor of an empty line comes to stand behind what was written into it. */
function write({ state, dispatch }: Parameters<StateCommand>[0], specs: readonly ChangeSpec[]): boolean {
  if (state.readOnly || specs.length === 0) return false
  const changes = state.changes(specs)
  const selection = state.selection.map(changes, 1)
  dispatch(state.update({ changes, selection, userEvent: 'input', scrollIntoView: true }))
  return true
}

/** Makes headings of a level of the lines, or paragraphs of them where all are of that level already. */
export function setHeading(level: number): StateCommand {
  return (target) => {
    const { state } = target
    const lines = wordedLines(state)
    const mark = '#'.repeat(level)
    const isOn = lines.every((line) => readLine(line.text).heading.trim() === mark)
    return write(
      target,
      lines.flatMap((line) => {
        const parts = readLine(line.text)
        const from = line.from + lengthBefore(parts) + parts.marker.length + parts.task.length
        const insert = isOn ? '' : `${mark} `
        return [{ from, to: from + parts.heading.length, insert }, ...withoutUnderline(state, line)]
      }),
    )
  }
}

/** What takes away the line of `===` or `---` that makes a heading of the one above. */
function withoutUnderline(state: EditorState, line: Line): ChangeSpec[] {
  const heading = nodeAround(state, line.to, ['SetextHeading1', 'SetextHeading2'], -1)
  const last = heading && state.doc.lineAt(heading.to)
  if (last === undefined || last.number !== line.number + 1) return []
  return [{ from: line.to, to: last.to }]
}

/** Makes plain paragraphs of the lines: no heading, no list, no quotation. */
export const setBody: StateCommand = (target) => {
  const { state } = target
  return write(
    target,
    wordedLines(state).flatMap((line) => {
      const { text } = readLine(line.text)
      return [
        { from: line.from, to: line.from + line.length - text.length },
        ...withoutUnderline(state, line),
      ]
    }),
  )
}

/** Quotes the lines, the empty ones between them as well; takes one level away where all are quoted. */
export const toggleQuote: StateCommand = (target) => {
  const lines = selectedLines(target.state)
  const isOn = lines.every(({ text }) => /^[ \t]*>/.test(text))
  return write(
    target,
    lines.map((line) => {
      const length = /^[ \t]*>[ \t]?/.exec(line.text)?.[0].length ?? 0
      if (isOn) return { from: line.from, to: line.from + length }
      return { from: line.from, insert: line.length === 0 && lines.length > 1 ? '>' : '> ' }
    }),
  )
}

export type ListKind = 'bullets' | 'numbers' | 'tasks'

/** Makes items of a list of the lines, whatever list they were in; takes the marks away where all have them. */
export function toggleList(kind: ListKind): StateCommand {
  return (target) => {
    const lines = wordedLines(target.state)
    const isOn = lines.every((line) => kindOf(readLine(line.text)) === kind)
    const countOf = counter()
    return write(
      target,
      lines.map((line) => {
        const parts = readLine(line.text)
        const from = line.from + lengthBefore(parts)
        const to = from + parts.marker.length + parts.task.length
        return { from, to, insert: isOn ? '' : markerOf(kind, countOf(parts.indent.length)) }
      }),
    )
  }
}

function kindOf({ marker, task }: LineParts): ListKind | undefined {
  if (task !== '') return 'tasks'
  if (marker === '') return undefined
  return /\d/.test(marker) ? 'numbers' : 'bullets'
}

function markerOf(kind: ListKind, number: number): string {
  if (kind === 'numbers') return `${number}. `
  return kind === 'tasks' ? '- [ ] ' : '- '
}

/** Numbers the items of each depth; a deeper list begins anew after each item above it. */
function counter(): (indent: number) => number {
  const numbers = new Map<number, number>()
  return (indent) => {
    for (const deeper of [...numbers.keys()]) if (deeper > indent) numbers.delete(deeper)
    const number = (numbers.get(indent) ?? 0) + 1
    numbers.set(indent, number)
    return number
  }
}

/** Ticks the tasks of the lines off, or takes the ticks away where all are done. Falls through elsewhere. */
export const toggleTask: StateCommand = (target) => {
  const tasks = selectedLines(target.state).filter((line) => readLine(line.text).task !== '')
  if (tasks.length === 0) return false
  const isDone = tasks.every((line) => /x/i.test(readLine(line.text).task))
  return write(
    target,
    tasks.map((line) => {
      const parts = readLine(line.text)
      const from = line.from + lengthBefore(parts) + parts.marker.length + 1
      return { from, to: from + 1, insert: isDone ? ' ' : 'x' }
    }),
  )
}
