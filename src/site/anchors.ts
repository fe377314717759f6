import { renderMarkdown } from '../markdown'
import { decodePath } from './addresses'

/** Links to a heading of another post, in every way that Markdown and HTML have of writing one; too many rather than too few. */
const pointers = [/([^\s()<>"'[\]/]+)\.md#/g, /\[\[([^\]|#]+)#/g, /\/([^\s()<>"'[\]/]+)\/?#/g]

/** The slugs of posts into which this Markdown points, and others that only look so. */
export function* pointersIn(body: string): Generator<string> {
  for (const pointer of pointers) {
    for (const [, name] of body.matchAll(pointer)) yield decodePath(name ?? '').normalize('NFC')
  }
}

/** The ids on the page of this Markdown, wherever its links lead. */
export const anchorsOf = (body: string): ReadonlySet<string> => renderMarkdown(body).ids

/**
 * The id that a link means: the same, or the only one with the same letters and digits, since other tools make
 * ids of headings by other rules (`don-t` for `dont`, `toml-1-1` for `toml-11`). Null when there is none.
 */
export function findAnchor(ids: ReadonlySet<string>, wanted: string): string | null {
  if (ids.has(wanted)) return wanted
  const alike = [...ids].filter((id) => bare(id) === bare(wanted))
  return bare(wanted) !== '' && alike.length === 1 ? (alike[0] ?? null) : null
}

const bare = (id: string) => id.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
