import type Database from 'better-sqlite3'
import { findMatches, type PostId, type PostKind, type TextPattern } from '../../document'

/** The texts of a post in which is sought. */
const soughtFields = ['title', 'summary', 'body'] as const
export type SoughtField = (typeof soughtFields)[number]

/** A match with what stands around it in its line. */
export interface PostMatch {
  readonly field: SoughtField
  readonly from: number
  readonly to: number
  /** From 1; of the body. */
  readonly line: number
  readonly before: string
  readonly text: string
  readonly after: string
  readonly replacement: string
}

interface PostMatches {
  readonly id: PostId
  readonly title: string
  readonly kind: PostKind
  readonly isPublished: boolean
  readonly matches: readonly PostMatch[]
}

/** Matches in posts outside the trash, those edited last first. */
export interface FoundMatches {
  readonly posts: readonly PostMatches[]
  /** All of them, also those beyond the limit. */
  readonly total: number
}

/** How much of its line is shown before and after a match, in code units. */
const shown = { before: 40, after: 70 }

interface Row {
  readonly id: PostId
  readonly kind: PostKind
  readonly status: string
  readonly title: string
  readonly summary: string
  readonly body: string
}

/** Looks for `pattern` in every post outside the trash and gives the first `limit` matches. Throws `bad-input`. */
export function findInPosts(db: Database.Database, pattern: TextPattern, limit: number): FoundMatches {
  const rows = db
    .prepare<[], Row>(
      `SELECT id, kind, status, title, summary, body FROM posts JOIN sources USING (id)
       WHERE trashed_at IS NULL ORDER BY edited_at DESC, id DESC`,
    )
    .iterate()
  const posts: PostMatches[] = []
  let total = 0
  for (const { id, kind, status, ...texts } of rows) {
    const matches: PostMatch[] = []
    for (const field of soughtFields) {
      const lines = countLines(texts[field])
      for (const match of findMatches(texts[field], pattern)) {
        if (++total <= limit)
          matches.push({ field, line: lines(match.from), ...match, ...around(texts[field], match) })
      }
    }
    if (matches.length > 0)
      posts.push({ id, title: texts.title, kind, isPublished: status === 'published', matches })
  }
  return { posts, total }
}

function around(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  const lineStart = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1
  const newline = text.indexOf('\n', to)
  const lineEnd = newline === -1 ? text.length : newline
  const [before, after] = [text.slice(lineStart, from), text.slice(to, lineEnd)]
  return {
    before: before.length <= shown.before ? before : `…${before.slice(-shown.before).replace(cutBefore, '')}`,
    text: text.slice(from, to),
    after: after.length <= shown.after ? after : `${after.slice(0, shown.after).replace(cutAfter, '')}…`,
  }
}

/** What a cut leaves of a word, or of a letter, at the edge. */
const cutBefore = /^(?:\S{0,15}\s|[\uDC00-\uDFFF])/
const cutAfter = /(?:\s\S{0,15}|[\uD800-\uDBFF])$/

/** Tells the line of places that are asked for in order. */
function countLines(text: string): (at: number) => number {
  let line = 1
  let seen = 0
  return (at) => {
    for (let next = text.indexOf('\n', seen); next !== -1 && next < at; next = text.indexOf('\n', seen)) {
      line++
      seen = next + 1
    }
    return line
  }
}
