import { renderMarkdown } from '../markdown'
import { decodePath } from './addresses'

/** Ends a name in a link, read backwards. */
const ends = /[\s()<>"'[\]/]/
/** No slug is longer. */
const longestName = 200

/**
 * The slugs of posts into which this Markdown points, in every way that Markdown and HTML have of writing a link to a
 * heading, and others that only look so: too many rather than too few. Read backwards from each `#`, since searching
 * for what comes before it looks at every word of a text.
 */
export function* pointersIn(body: string): Generator<string> {
  for (let at = body.indexOf('#'); at !== -1; at = body.indexOf('#', at + 1)) {
    for (const name of [nameBefore(body, at), wikilinkBefore(body, at)]) {
      if (name !== undefined) yield decodePath(name).normalize('NFC')
    }
  }
}

/** `name` of `name.md#`, `/name#` and `/name/#`. */
function nameBefore(body: string, at: number): string | undefined {
  const isFile = body.endsWith('.md', at)
  const end = isFile ? at - 3 : body.endsWith('/', at) ? at - 1 : at
  let start = end
  while (start > 0 && end - start < longestName && !ends.test(body.charAt(start - 1))) start--
  return start < end && (isFile || body.charAt(start - 1) === '/') ? body.slice(start, end) : undefined
}

/** `name` of `[[name#`. */
function wikilinkBefore(body: string, at: number): string | undefined {
  let start = at
  while (start > 0 && at - start < longestName && !/[[\]|#\n]/.test(body.charAt(start - 1))) start--
  return start < at && body.endsWith('[[', start) ? body.slice(start, at) : undefined
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
