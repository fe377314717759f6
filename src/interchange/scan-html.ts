import type { Reference } from './reference'

/** One tag with its attributes. Bounded, so that an unclosed quotation can't make a scan quadratic. */
const tag = /<[a-zA-Z](?:[^"'<>]|"[^"]{0,2000}"|'[^']{0,2000}'){0,4000}>/y
const attribute = /(\s(?:src|href|poster)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))/dgi
/** Elements whose text is shown or run as it is. */
const verbatim = /^<(pre|script|style|textarea|code)\b/i

/**
 * The tag (or comment) that begins at `at`; undefined when none does.
 * @param lastComment where the last comment of `text` ends, so that open ones are not sought again and again
 */
export function tagAt(text: string, at: number, lastComment: number): string | undefined {
  if (text.startsWith('<!--', at)) {
    return at < lastComment ? text.slice(at, text.indexOf('-->', at) + 3) : undefined
  }
  tag.lastIndex = at
  return tag.exec(text)?.[0]
}

/** Adds what the attributes of a tag refer to. @param at the offset of the tag in the source */
export function pushTag(text: string, at: number, found: Reference[]): void {
  if (text.startsWith('<!--')) return
  const kind = /^<(?:img|picture|source|video|audio)\b/i.test(text) ? 'image' : 'link'
  for (const match of text.matchAll(attribute)) {
    const range = match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4]
    if (range === undefined) continue
    found.push({ kind, start: at + range[0], end: at + range[1], target: text.slice(range[0], range[1]) })
  }
}

/** Finds references in a block of raw HTML. */
export function scanHtml(source: string, start: number, end: number, found: Reference[]): void {
  const text = source.slice(start, end)
  const lower = text.toLowerCase()
  const lastComment = text.lastIndexOf('-->')
  let at = text.indexOf('<')
  while (at !== -1) {
    const here = tagAt(text, at, lastComment)
    let next = at + (here?.length ?? 1)
    const name = here === undefined ? undefined : verbatim.exec(here)?.[1]
    if (name !== undefined) {
      const closing = lower.indexOf(`</${name.toLowerCase()}`, next)
      next = closing === -1 ? text.length : closing
    } else if (here !== undefined) pushTag(here, start + at, found)
    at = text.indexOf('<', next)
  }
}
