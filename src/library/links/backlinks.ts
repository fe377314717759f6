import type { PostSummary } from '../../document'
import { findPostReferences } from './post-references'

/** Where a post links to another. */
export interface LinkPlace {
  /** In its source, from 1. */
  readonly line: number
  /** The words around the link, without marks. */
  readonly text: string
}

/** A post that links to another, and where. */
export interface Backlink extends PostSummary {
  readonly places: readonly LinkPlace[]
}

/** Of a text that links to one post all over, so many places say enough. */
const mostPlaces = 5
/** UTF-16 code units of a line that are shown, about as many on both sides of the link. */
const shownLength = 180

/** The places of a text that link to one of the slugs. */
export function placesOf(body: string, slugs: ReadonlySet<string>): LinkPlace[] {
  const places: LinkPlace[] = []
  let line = 1
  let counted = 0
  for (const { slug, from } of findPostReferences(body)) {
    if (!slugs.has(slug)) continue
    for (let at = body.indexOf('\n', counted); at !== -1 && at < from; at = body.indexOf('\n', counted)) {
      line++
      counted = at + 1
    }
    if (places.at(-1)?.line === line) continue
    places.push({ line, text: wordsAround(body, from) })
    if (places.length === mostPlaces) break
  }
  return places
}

function wordsAround(body: string, at: number): string {
  const start = body.lastIndexOf('\n', at - 1) + 1
  const end = body.indexOf('\n', at)
  // A paragraph may be one long line; what is cut through is cut at a word below.
  const from = Math.max(start, at - 2 * shownLength)
  const to = Math.min(end === -1 ? body.length : end, at + 2 * shownLength)
  const before = plain(body.slice(from, at))
  const whole = plain(body.slice(from, to))
  if (whole.length <= shownLength && from === start) return whole
  const middle = Math.min(before.length, whole.length)
  const first = Math.max(0, Math.min(middle - shownLength / 2, whole.length - shownLength))
  const shown = whole.slice(first, first + shownLength)
  const isCutBefore = first > 0 || from > start
  const isCutAfter = first + shownLength < whole.length
  return `${isCutBefore ? `…${shown.replace(/^\S*\s/, ' ').trimStart()}` : shown}${isCutAfter ? '…' : ''}`
}

/** Markdown without what a reader doesn't see: addresses, marks of emphasis, headings, lists and quotes. */
function plain(line: string): string {
  return line
    .replace(/^[ \t>]*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d+[.)][ \t]+)?/, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]+)\]\]/g, '$1')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
