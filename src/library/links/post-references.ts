import type * as Y from 'yjs'
import { codeRanges } from '../code-ranges'
import { isEscaped } from '../code-spans'

/** One place where a text links to another post by its slug. */
export interface PostReference {
  /** As it may be the post's: decoded, in composed form. */
  readonly slug: string
  /** UTF-16 code units into the text, around the slug alone. */
  readonly from: number
  readonly to: number
}

/** A slug as it may be written: letters and digits of any script, hyphens, percent-encoded or not. */
const slug = String.raw`([\p{L}\p{M}\p{N}%-]{1,900})`
/** `](slug.md`, `[label]: slug.md` and `href="slug.md"`, with `./` or `<` before it or not. */
const relative = new RegExp(
  String.raw`(?:\]\(\s{0,99}<?|\]:\s{0,99}<?|\shref\s{0,9}=\s{0,9}["']?)(?:\.\/)?${slug}(?=\.md(?:[#?)\s>"']|$))`,
  'giu',
)
/** `[[slug]]`, `[[slug#heading]]`, `[[slug|text]]`. */
const wiki = new RegExp(String.raw`(?<![![])\[\[[ \t]{0,9}${slug}(?=(?:\.md)?[ \t]{0,9}[#|\]])`, 'giu')

/**
 * Every place in a Markdown text that links to another post, in order: inline, by reference, as a wikilink or in
 * a tag of raw HTML. A scan and no parser: it leaves out what stands in fences and code spans.
 */
export function findPostReferences(body: string): PostReference[] {
  const found = [
    ...(body.includes('.md') ? body.matchAll(relative) : []),
    ...(body.includes('[[') ? body.matchAll(wiki) : []),
  ]
  if (found.length === 0) return []
  const isCode = codeRanges(body)
  return found
    .flatMap((match) => {
      const { index, 0: whole, 1: written = '' } = match
      const to = index + whole.length
      const from = to - written.length
      if (isEscaped(body, index) || isCode(from)) return []
      if (whole.startsWith(']:') && !isDefinition(body, index)) return []
      return [{ slug: decode(written).normalize('NFC'), from, to }]
    })
    .sort((a, b) => a.from - b.from)
}

/** Lets links of a text lead to other slugs. Of each only the slug is written, so that edits around it are kept. */
export function changePostReferences(body: Y.Text, slugs: ReadonlyMap<string, string>): void {
  for (const { slug, from, to } of findPostReferences(body.toString()).reverse()) {
    const next = slugs.get(slug)
    if (next === undefined) continue
    body.delete(from, to - from)
    body.insert(from, next)
  }
}

/** Whether the `]:` at `end` closes the label of a definition, and not of a footnote or in the middle of a line. */
function isDefinition(body: string, end: number): boolean {
  const start = body.lastIndexOf('\n', end - 1) + 1
  return /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*\[(?!\^)(?:[^[\]\\]|\\.){1,999}$/.test(
    body.slice(Math.max(start, end - 1100), end),
  )
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written)
  } catch {
    return written // A stray percent sign: no slug has one, so it is nobody's.
  }
}
