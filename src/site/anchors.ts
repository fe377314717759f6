import { renderMarkdown } from '../markdown'
import { decodePath } from './addresses'

/** Ends a name in a link, read backwards. */
const ends = /[\s()<>"'[\]/]/
/** No slug is longer, percent-encoded. */
const longestName = 320

/**
 * The names of posts (`nameOfPath`) into which this Markdown points, in every way that Markdown and HTML have of writing a link to a
 * heading, and others that only look so: too many rather than too few. Read backwards from each `#`, since searching
 * for what comes before it looks at every word of a text.
 */
export function* pointersIn(body: string): Generator<string> {
  for (let at = body.indexOf('#'); at !== -1; at = body.indexOf('#', at + 1)) {
    const query = queryBefore(body, at)
    const names = [nameBefore(body, at), wikilinkBefore(body, at), query && nameBefore(body, query)]
    for (const name of names) {
      if (name) yield decodePath(name).normalize('NFC')
    }
  }
}

/** Where the query of `name?query#` begins. */
function queryBefore(body: string, at: number): number | undefined {
  for (let start = at - 1; start > 0 && at - start < longestName; start--) {
    const character = body.charAt(start)
    if (character === '?') return start
    if (character !== '/' && ends.test(character)) return undefined
  }
  return undefined
}

/** `name` of `name.md#`, `/name#` and `/name/#`; of what ends with `?` as well. */
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

/** What a link to a path of the site calls what is there, for `pointersIn`. */
export function nameOfPath(path: string): string {
  const end = path.endsWith('/') ? path.length - 1 : path.length
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end)
}

/** The ids on the page of this Markdown, wherever its links lead. */
export const anchorsOf = (body: string): ReadonlySet<string> => renderMarkdown(body).ids

/**
 * The id that a link means: the same, or the only one with the same letters and digits, since other tools make
 * ids of headings by other rules (`don-t` for `dont`, `toml-1-1` for `toml-11`). Null when there is none.
 */
export function findAnchor(ids: ReadonlySet<string>, wanted: string): string | null {
  if (ids.has(wanted)) return wanted
  return alikeIn(ids).get(bare(wanted)) ?? null
}

/** By letters and digits alone: the id that has them, null where several do. */
const alike = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string | null>>()

/** Made once for each text: one may have as many dead links as headings. */
function alikeIn(ids: ReadonlySet<string>): ReadonlyMap<string, string | null> {
  const known = alike.get(ids)
  if (known !== undefined) return known
  const made = new Map<string, string | null>()
  for (const id of ids) made.set(bare(id), made.has(bare(id)) ? null : id)
  made.delete('')
  alike.set(ids, made)
  return made
}

const bare = (id: string) => id.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
