import type { EditorState } from '@codemirror/state'

/** What is being typed of a link before the cursor. Positions are UTF-16 code units into what is before the cursor. */
export type LinkPlace =
  /** `[[words` */
  | { readonly kind: 'wiki'; readonly from: number; readonly query: string }
  /** `[[slug#words`; the slug is empty for the post itself. */
  | { readonly kind: 'wiki-heading'; readonly from: number; readonly slug: string; readonly query: string }
  /** `[text](words` or `![text](words`; `from` is where the address begins. */
  | { readonly kind: 'target'; readonly from: number; readonly query: string; readonly isImage: boolean }
  /** `[text](slug.md#words`, or `[text](#words`; `from` is behind the `#`. */
  | { readonly kind: 'heading'; readonly from: number; readonly slug: string; readonly query: string }

/** More than any title; what is longer is no question. */
const longest = 120

/** The line up to a position, of a long one only the end: a paragraph may be one line of any length. */
export function beforeCursor(
  state: EditorState,
  position: number,
): { readonly start: number; readonly text: string } {
  const start = Math.max(state.doc.lineAt(position).from, position - 4 * longest)
  return { start, text: state.sliceDoc(start, position) }
}

/** The link whose address is being typed at the end of `before`, the line up to the cursor; undefined when none is. */
export function linkPlaceIn(before: string): LinkPlace | undefined {
  return wikiPlace(before) ?? targetPlace(before) ?? definitionPlace(before)
}

function wikiPlace(before: string): LinkPlace | undefined {
  const open = before.lastIndexOf('[[')
  if (open === -1 || before.length - open > longest) return undefined
  if (/[!\\[]/.test(before[open - 1] ?? '')) return undefined
  const inside = before.slice(open + 2)
  if (/[[\]|\n]/.test(inside)) return undefined
  const hash = inside.indexOf('#')
  if (hash === -1) return { kind: 'wiki', from: open, query: inside.trim() }
  const slug = inside.slice(0, hash).trim().replace(/\.md$/i, '')
  return { kind: 'wiki-heading', from: open, slug, query: inside.slice(hash + 1).trim() }
}

function targetPlace(before: string): LinkPlace | undefined {
  const open = before.lastIndexOf('](')
  if (open === -1 || before.length - open > longest || before[open - 1] === '\\') return undefined
  const address = before.slice(open + 2)
  if (/[()<>"\n]/.test(address)) return undefined
  // A title may follow an address; words with spaces are still a question while there is no quotation mark.
  const label = before.slice(0, open)
  const start = label.lastIndexOf('[')
  if (start === -1) return undefined
  return addressPlace(address, open + 2, label[start - 1] === '!')
}

/** `[label]: words` */
function definitionPlace(before: string): LinkPlace | undefined {
  const [head, address = ''] = /^ {0,3}\[(?!\^)[^[\]]+\]: ?(\S*)$/.exec(before) ?? []
  return head === undefined ? undefined : addressPlace(address, before.length - address.length, false)
}

function addressPlace(address: string, from: number, isImage: boolean): LinkPlace | undefined {
  // An address in the web is nothing that the library knows.
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined
  const [, slug, query] = /^(?:\.\/)?(?:([^/?#:\s]+)\.md)?#(.*)$/.exec(address) ?? []
  if (query !== undefined && !isImage)
    return { kind: 'heading', from: from + address.length - query.length, slug: slug ?? '', query }
  return { kind: 'target', from, query: address.trim(), isImage }
}

/** A fence's language that is being typed at the end of `before`; undefined when none is. */
export function fencePlaceIn(before: string): { readonly from: number; readonly query: string } | undefined {
  const match = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,})([\w+#.-]*)$/.exec(before)
  const query = match?.[1]
  return query === undefined ? undefined : { from: before.length - query.length, query }
}

/** The name of an emoji that is being typed, from its colon; undefined when none is. */
export function emojiPlaceIn(before: string): { readonly from: number; readonly query: string } | undefined {
  // Two letters at least: `:)` and `:D` are no questions, and neither is the time of day.
  const match = /(?:^|[\s([{"'*_~>])(:([a-z+-][a-z0-9_+-]{1,40}))$/i.exec(before)
  const [, whole, query] = match ?? []
  return whole === undefined || query === undefined
    ? undefined
    : { from: before.length - whole.length, query }
}
