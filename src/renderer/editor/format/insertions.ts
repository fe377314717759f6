import { EditorSelection, type EditorState, type Line, type StateCommand } from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import { nodeAround, selectedLines } from './line-parts'
import { toggleMark } from './marks'

type Target = Parameters<StateCommand>[0]

/**
 * Makes a link of the selection: its words get an address, or its address gets words. Inside a link, selects
 * where it leads.
 */
export const insertLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false
  const url = nodeAround(state, state.selection.main.head, ['Link', 'Image'])?.getChild('URL')
  if (url) {
    dispatch(state.update({ selection: { anchor: url.from, head: url.to }, scrollIntoView: true }))
    return true
  }
  const spec = state.changeByRange((range) => {
    const word = range.empty ? state.wordAt(range.head) : null
    const { from, to } = word ?? range
    const text = state.sliceDoc(from, to)
    const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(text)
    const insert = isAddress ? `[](${text})` : `[${text}]()`
    const cursor = isAddress || text === '' ? from + 1 : from + insert.length - 1
    return { changes: { from, to, insert }, range: EditorSelection.cursor(cursor) }
  })
  dispatch(state.update(spec, { userEvent: 'input', scrollIntoView: true }))
  return true
}

/** Code: back-ticks around a stretch of a line, a fence around whole lines. */
export const toggleCode: StateCommand = (target) => {
  const { from, to } = target.state.selection.main
  const { doc } = target.state
  const isInLine = doc.lineAt(from).number === doc.lineAt(to).number
  return isInLine ? toggleMark('`')(target) : toggleCodeBlock(target)
}

/** A fence around the lines, with the cursor where its language is named; inside a fence, takes it away. */
export const toggleCodeBlock: StateCommand = (target) => {
  const { state } = target
  const { from, to } = state.selection.main
  const fenced = nodeAround(state, from, ['FencedCode'], 1) ?? nodeAround(state, from, ['FencedCode'], -1)
  if (fenced && fenced.to >= to) return unfence(target, fenced)
  const text = textOfLines(state)
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return putBlock(target, `${fence}\n${text}\n${fence}`, fence.length, false)
}

function unfence({ state, dispatch }: Target, fenced: SyntaxNode): boolean {
  const first = state.doc.lineAt(fenced.from)
  const last = state.doc.lineAt(fenced.to)
  if (state.readOnly) return false
  const isClosed = last.number > first.number && /^[\s>]*[`~]{3,}\s*$/.test(last.text)
  const changes = [
    { from: first.from, to: Math.min(first.to + 1, state.doc.length) },
    ...(isClosed ? [{ from: Math.max(last.from - 1, first.to + 1), to: last.to }] : []),
  ]
  dispatch(state.update({ changes, userEvent: 'input', scrollIntoView: true }))
  return true
}

/** A formula: within a line between dollars, on an empty line or over several ones as a block. */
export const insertMath: StateCommand = (target) => {
  const { state } = target
  const { from, to } = state.selection.main
  const first = state.doc.lineAt(from)
  const isInLine = first.number === state.doc.lineAt(to).number
  if (isInLine && first.text.trim() !== '') return toggleMark('$')(target)
  return putBlock(target, `$$\n${textOfLines(state)}\n$$`, 3)
}

/** What GitHub's alerts are called; the names are the site's as well. */
type CalloutKind = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'

/** A callout around the lines. */
export function insertCallout(kind: CalloutKind): StateCommand {
  return (target) => {
    const lines = textOfLines(target.state).split('\n')
    const quoted = lines.map((line) => `> ${line}`.trimEnd())
    const text = lines.length === 1 && lines[0] === '' ? '> ' : quoted.join('\n')
    const block = `> [!${kind}]\n${text}`
    return putBlock(target, block, block.length)
  }
}

/** A line between two parts of the text. */
export const insertRule: StateCommand = (target) => {
  const { state } = target
  const line = state.doc.lineAt(state.selection.main.head)
  if (line.text.trim() === '') return putBlock(target, '---\n', 4)
  const insert = '\n\n---\n'
  const { readOnly } = state
  if (readOnly) return false
  const selection = { anchor: line.to + insert.length }
  target.dispatch(
    state.update({ changes: { from: line.to, insert }, selection, userEvent: 'input', scrollIntoView: true }),
  )
  return true
}

const textOfLines = (state: EditorState) =>
  selectedLines(state)
    .map(({ text }) => text)
    .join('\n')

/** Puts a block in the place of the selected lines, apart from the text around it unless told otherwise. */
function putBlock({ state, dispatch }: Target, block: string, cursor: number, setApart = true): boolean {
  const lines = selectedLines(state)
  const [first] = lines
  const last = lines.at(-1)
  if (state.readOnly || first === undefined || last === undefined) return false
  const isApart = (number: number) =>
    !setApart || number < 1 || number > state.doc.lines || state.doc.line(number).text.trim() === ''
  const before = isApart(first.number - 1) ? '' : '\n'
  const after = isApart(last.number + 1) ? '' : '\n'
  dispatch(
    state.update({
      changes: { from: first.from, to: last.to, insert: before + block + after },
      selection: EditorSelection.cursor(first.from + before.length + cursor),
      userEvent: 'input',
      scrollIntoView: true,
    }),
  )
  return true
}

const footnote = /\[\^([^\]\s]+)\](:?)/g

/**
 * A footnote: its number here, its text at the end, with the cursor there. On a number it goes to the text,
 * and from the text back.
 */
export const insertFootnote: StateCommand = ({ state, dispatch }) => {
  const { head } = state.selection.main
  const text = state.doc.toString()
  const all = [...text.matchAll(footnote)].map((match) => ({
    name: match[1],
    from: match.index,
    to: match.index + match[0].length,
    isText:
      match[2] === ':' && text.slice(text.lastIndexOf('\n', match.index) + 1, match.index).trim() === '',
  }))
  const line = state.doc.lineAt(head)
  const here =
    all.find(({ from, to, isText }) => !isText && from <= head && head <= to) ??
    all.find(({ from, isText }) => isText && line.from <= from && from <= line.to)
  if (here) {
    const other = all.find(({ name, isText }) => name === here.name && isText !== here.isText)
    if (other === undefined) return true
    const anchor = other.isText ? state.doc.lineAt(other.from).to : other.to
    dispatch(state.update({ selection: { anchor }, scrollIntoView: true }))
    return true
  }
  return writeFootnote({ state, dispatch }, new Set(all.map(({ name }) => name)))
}

function writeFootnote({ state, dispatch }: Target, names: ReadonlySet<string | undefined>): boolean {
  if (state.readOnly) return false
  let number = 1
  while (names.has(String(number))) number++
  const { doc } = state
  const place = state.selection.main.to
  const mark = `[^${number}]`
  const lastLine = lastWordedLine(state)
  const end = Math.max(place, lastLine.to)
  // The texts of footnotes stand together, apart from all else.
  const isAmongTexts = place < lastLine.from && /^\[\^[^\]\s]+\]:/.test(lastLine.text)
  const note = `${isAmongTexts ? '\n' : '\n\n'}${mark}: `
  const lastBreak = end < doc.length ? '\n' : ''
  const changes = state.changes([
    { from: place, insert: mark },
    { from: end, to: doc.length, insert: note + lastBreak },
  ])
  const selection = EditorSelection.cursor(changes.newLength - lastBreak.length)
  dispatch(state.update({ changes, selection, userEvent: 'input', scrollIntoView: true }))
  return true
}

function lastWordedLine({ doc }: EditorState): Line {
  let line = doc.line(doc.lines)
  while (line.number > 1 && line.text.trim() === '') line = doc.line(line.number - 1)
  return line
}
