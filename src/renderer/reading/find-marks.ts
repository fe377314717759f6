import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common'

/** What stands on screen in the place of a stretch of the source; always within one line. */
export type Stand =
  | { readonly kind: 'nothing' }
  /** As wide as the mark is, so that hanging lines stay level. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'bullet' | 'rule' }
  | { readonly kind: 'box'; readonly isChecked: boolean }
  | { readonly kind: 'note'; readonly name: string }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly isDisplay: boolean }
  /** A line of a formula of several, which its first line shows. */
  | { readonly kind: 'collapsed' }

export interface Mark {
  readonly from: number
  readonly to: number
  readonly stand: Stand
}

/** Whether the writer is at a stretch of the text: its marks are shown. */
type IsNear = (from: number, to: number) => boolean
type Found = (from: number, to: number, stand?: Stand) => void
/** Says what to hide at a node; false when nothing inside it is to be looked at. */
type Finder = (node: SyntaxNodeRef, state: EditorState, found: Found, isNear: IsNear) => boolean | undefined

/** The marks between two places that no cursor and no selection is at. Reads nothing outside. */
export function findMarks(state: EditorState, from: number, to: number): Mark[] {
  const marks: Mark[] = []
  const { ranges } = state.selection
  const isNear: IsNear = (start, end) => ranges.some((range) => range.from <= end && range.to >= start)
  const found: Found = (start, end, stand = { kind: 'nothing' }) => {
    if (start < end || stand.kind === 'collapsed') marks.push({ from: start, to: end, stand })
  }
  syntaxTree(state).iterate({
    from,
    to,
    enter: (node) => finders[node.name]?.(node, state, found, isNear),
  })
  return marks
}

/** Marks around a stretch of text: hidden unless the writer is at the stretch. */
const around: Finder = ({ node, from, to }, _state, found, isNear) => {
  const { parent } = node
  if (parent && !isNear(parent.from, parent.to)) found(from, to)
  return undefined
}

/** Marks of a line: hidden unless the writer is on it. */
const ofLine =
  (standOf: (node: SyntaxNode, state: EditorState) => Stand | undefined): Finder =>
  ({ node, from, to }, state, found, isNear) => {
    const line = state.doc.lineAt(from)
    const stand = standOf(node, state)
    if (stand && !isNear(line.from, line.to)) found(from, to, stand)
    return undefined
  }

const heading: Finder = ({ node, from, to }, state, found, isNear) => {
  const line = state.doc.lineAt(from)
  if (!node.parent?.name.startsWith('ATX') || isNear(line.from, line.to)) return undefined
  const isOpening = from === node.parent.from
  if (isOpening) found(from, to + (/^\s*/.exec(state.sliceDoc(to, line.to))?.[0].length ?? 0))
  else found(from - (/\s*$/.exec(state.sliceDoc(line.from, from))?.[0].length ?? 0), to)
  return undefined
}

/** A link is its words. Where it has none, or leads nowhere, it stays as it is written. */
const link: Finder = (ref, state, found, isNear) => {
  const { node, from, to } = ref
  const [open, close] = node.getChildren('LinkMark')
  const leads = node.getChild('URL') ?? node.getChild('LinkLabel')
  if (!leads) return shortcut(ref, state, found, isNear)
  if (!open || !close || isNear(from, to) || open.to === close.from) return undefined
  found(open.from, open.to)
  hideLines(state, close.from, to, found)
  return undefined
}

/** `[[slug|words]]`, which the parser takes for a link in brackets, and `[^1]`, for one without an address. */
const shortcut: Finder = ({ from, to }, state, found, isNear) => {
  const text = state.sliceDoc(from, to)
  const note = /^\[\^([^\]\s]+)\]$/.exec(text)
  if (note?.[1] !== undefined) {
    if (!isNear(from, to) && state.sliceDoc(to, to + 1) !== ':')
      found(from, to, { kind: 'note', name: note[1] })
    return false
  }
  const isWiki = state.sliceDoc(from - 1, from) === '[' && state.sliceDoc(to, to + 1) === ']'
  if (!isWiki || text.includes('\n') || isNear(from - 1, to + 1)) return undefined
  const words = text.indexOf('|')
  found(from - 1, from + (words === -1 ? 1 : words + 1))
  found(to - 1, to + 1)
  return undefined
}

/** An address of several lines can't be hidden as one: what replaces text stays within a line. */
function hideLines(state: EditorState, from: number, to: number, found: Found): void {
  for (let start = from; start < to; ) {
    const line = state.doc.lineAt(start)
    found(start, Math.min(line.to, to))
    start = line.to + 1
  }
}

const image: Finder = ({ node, from, to }, state, found, isNear) => {
  const url = node.getChild('URL')
  const [open, close] = node.getChildren('LinkMark')
  const text = state.sliceDoc(from, to)
  if (!url || !open || !close || text.includes('\n') || isNear(from, to)) return undefined
  const alt = state.sliceDoc(open.to, close.from)
  found(from, to, { kind: 'image', src: state.sliceDoc(url.from, url.to).replace(/^<|>$/g, ''), alt })
  return false
}

const formula: Finder = ({ node, from, to }, state, found, isNear) => {
  const [open, close] = node.getChildren('MathMark')
  if (!open || !close || isNear(from, to)) return false
  const isBlock = node.name === 'BlockMath'
  const source = state.sliceDoc(open.to, close.from)
  const tex = (isBlock ? source.replace(/\n[ \t]*(?:>[ \t]?)*/g, '\n') : source).trim()
  const stand: Stand = { kind: 'formula', tex, isDisplay: isBlock || open.to - open.from === 2 }
  const line = state.doc.lineAt(from)
  found(from, Math.min(to, line.to), stand)
  for (let next = line; next.to < to; ) {
    next = state.doc.line(next.number + 1)
    found(next.from, Math.min(next.to, to), { kind: 'collapsed' })
  }
  return false
}

const isTask = (mark: SyntaxNode) => mark.parent?.getChild('Task') != null
const isBullet = (mark: SyntaxNode) => mark.parent?.parent?.name === 'BulletList'

const finders: Readonly<Record<string, Finder>> = {
  HeaderMark: heading,
  EmphasisMark: around,
  StrikethroughMark: around,
  SubscriptMark: around,
  SuperscriptMark: around,
  CodeMark: around,
  Link: link,
  Image: image,
  InlineMath: formula,
  BlockMath: formula,
  Autolink: ({ node, from, to }, _state, found, isNear) => {
    if (!isNear(from, to)) for (const mark of node.getChildren('LinkMark')) found(mark.from, mark.to)
    return undefined
  },
  QuoteMark: ofLine(() => ({ kind: 'blank' })),
  ListMark: ofLine((mark) => {
    // A task's box says enough, and its further lines hang where they did.
    if (isTask(mark)) return { kind: 'blank' }
    return isBullet(mark) ? { kind: 'bullet' } : undefined
  }),
  TaskMarker: ofLine(({ from }, state) => ({
    kind: 'box',
    isChecked: state.sliceDoc(from + 1, from + 2) !== ' ',
  })),
  HorizontalRule: ofLine(() => ({ kind: 'rule' })),
  Escape: ({ from, to }, _state, found, isNear) => {
    if (!isNear(from, to)) found(from, from + 1)
    return undefined
  },
}
