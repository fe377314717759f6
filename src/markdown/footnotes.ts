import type { Token } from 'markdown-it'
import type { Labels } from './labels'
import { createToken, ownLink, written } from './parser/tokens'

interface Footnote {
  readonly number: number
  readonly tokens: readonly Token[]
  references: number
}

/**
 * Moves the footnotes that the text refers to behind it, numbered by their first reference, and makes links
 * of the references, there and back. Notes without a reference are left out; of two with one label the first
 * counts.
 * @param claimId takes the ids `fn-1`, `fnref-1`, … for the page, before its headings get theirs
 */
export function placeFootnotes(
  tokens: readonly Token[],
  labels: Labels,
  claimId: (id: string) => boolean,
): Token[] {
  const { body, definitions } = takeDefinitions(tokens)
  if (definitions.size === 0) return body
  const notes = new Map<string, Footnote>()
  numberReferences(body, definitions, notes, labels)
  // A note may refer to others, which then follow it; a Map is walked through while it grows.
  for (const note of notes.values()) numberReferences(note.tokens, definitions, notes, labels)
  if (notes.size === 0) return body
  for (const note of notes.values()) {
    claimId(`fn-${note.number}`)
    for (let reference = 1; reference <= note.references; reference++) claimId(referenceId(note, reference))
  }
  const lines = [...definitions.values()].map((definition) => definition.line)
  const section = createToken('footnotes_open', 'section', 1)
  section.attrs = [
    ['class', 'footnotes'],
    ['role', 'doc-endnotes'],
    ['aria-label', labels.footnotes],
  ]
  section.map = [lines[0] ?? 0, 0]
  const items = [...notes.values()].flatMap((note) => writeNote(note, labels))
  return [
    ...body,
    section,
    createToken('footnote_list_open', 'ol', 1),
    ...items,
    createToken('footnote_list_close', 'ol', -1),
    createToken('footnotes_close', 'section', -1),
  ]
}

interface Definition {
  readonly line: number
  readonly tokens: Token[]
}

/** Takes the definitions out of the text, also those inside others and inside lists and quotations. */
function takeDefinitions(tokens: readonly Token[]): { body: Token[]; definitions: Map<string, Definition> } {
  const body: Token[] = []
  const definitions = new Map<string, Definition>()
  const open: Token[][] = [body]
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      const label = String(token.meta?.label)
      const definition: Definition = { line: token.map?.[0] ?? 0, tokens: [] }
      if (!definitions.has(label)) definitions.set(label, definition)
      open.push(definition.tokens)
    } else if (token.type === 'footnote_close') open.pop()
    else open.at(-1)?.push(token)
  }
  return { body, definitions }
}

function numberReferences(
  tokens: readonly Token[],
  definitions: ReadonlyMap<string, Definition>,
  notes: Map<string, Footnote>,
  labels: Labels,
): void {
  for (const token of tokens) {
    if (!token.children?.some((child) => child.type === 'footnote_ref')) continue
    token.children = token.children.flatMap((child) => {
      if (child.type !== 'footnote_ref') return [child]
      const label = String(child.meta?.label)
      let note = notes.get(label)
      if (note === undefined) {
        note = { number: notes.size + 1, tokens: definitions.get(label)?.tokens ?? [], references: 0 }
        notes.set(label, note)
      }
      note.references++
      return writeReference(note, labels)
    })
  }
}

const referenceId = (note: Footnote, reference: number) =>
  `fnref-${note.number}${reference > 1 ? `-${reference}` : ''}`

function writeReference(note: Footnote, labels: Labels): Token[] {
  const attributes = {
    href: `#fn-${note.number}`,
    id: referenceId(note, note.references),
    role: 'doc-noteref',
    'aria-label': labels.footnote.replace('%', String(note.number)),
  }
  return [
    written('<sup class="footnote-ref">'),
    ...ownLink(attributes, String(note.number)),
    written('</sup>'),
  ]
}

function writeNote(note: Footnote, labels: Labels): Token[] {
  const item = createToken('footnote_item_open', 'li', 1)
  item.attrs = [['id', `fn-${note.number}`]]
  const back = Array.from({ length: note.references }, (_, index) => {
    const number = `${note.number}${index > 0 ? `-${index + 1}` : ''}`
    const attributes = {
      href: `#${referenceId(note, index + 1)}`,
      class: 'footnote-back',
      role: 'doc-backlink',
      'aria-label': labels.footnoteBack.replace('%', number),
    }
    // The selector keeps the arrow from being drawn as an emoji.
    return [written(' '), ...ownLink(attributes, '↩\ufe0e')]
  }).flat()
  return [item, ...withBackLinks(note.tokens, back), createToken('footnote_item_close', 'li', -1)]
}

/** Puts the ways back at the end of the note's last paragraph, else in one of their own. */
function withBackLinks(tokens: readonly Token[], back: readonly Token[]): Token[] {
  const last = tokens.at(-1)
  const inline = tokens.at(-2)
  if (last?.type === 'paragraph_close' && last.level === tokens[0]?.level && inline?.children) {
    // Not by push(...back): a note with ten thousand references would overflow the stack.
    inline.children = [...inline.children, ...back]
    return [...tokens]
  }
  const own = createToken('inline', '', 0)
  own.children = [...back]
  return [...tokens, createToken('paragraph_open', 'p', 1), own, createToken('paragraph_close', 'p', -1)]
}
