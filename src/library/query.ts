import { isDate, type PostStatus, sortTime } from '../document'
import { partWords } from './words'

/** One thing that a post has to hold: a word, or words in a row. */
interface Term {
  readonly text: string
  /** Whether it may go on: the last word, while it is being typed. */
  readonly isPrefix: boolean
}

/** What a search asks for, as it was typed: words and `"phrases"`, `tag:`, `status:`, `before:`, `after:`. */
export interface SearchQuery {
  readonly terms: readonly Term[]
  readonly tags: readonly string[]
  readonly status: PostStatus | undefined
  /** Days; before is not included. */
  readonly before: string | undefined
  readonly after: string | undefined
}

const part = /(?:(tag|status|before|after):)?(?:"([^"]*)("|$)|(\S+))/giu

/** Reads a query. Never throws: what isn't understood is searched as words. */
export function parseQuery(text: string): SearchQuery {
  const terms: Term[] = []
  const tags: string[] = []
  const query: { status?: PostStatus; before?: string; after?: string } = {}
  for (const match of text.normalize('NFC').matchAll(part)) {
    const [whole, name = '', phrase, closing, word] = match
    const value = (phrase ?? word ?? '').trim()
    const isLast = match.index + whole.length === text.normalize('NFC').length
    switch (name.toLowerCase()) {
      case 'tag':
        if (value !== '') tags.push(value)
        continue
      case 'status':
        if (value === 'draft' || value === 'published') query.status = value
        else if (!isLast) terms.push({ text: whole, isPrefix: false })
        continue
      case 'before':
      case 'after':
        if (isDate(value)) query[name.toLowerCase() as 'before' | 'after'] = value
        // A date that is being typed finds nothing less.
        else if (!isLast) terms.push({ text: whole, isPrefix: false })
        continue
    }
    if (/[\p{L}\p{N}]/u.test(value)) terms.push({ text: value, isPrefix: isLast && closing !== '"' })
  }
  return { terms, tags, status: query.status, before: query.before, after: query.after }
}

/** The terms as an expression of FTS5; undefined when there are none. */
export function matchOf({ terms }: SearchQuery): string | undefined {
  if (terms.length === 0) return undefined
  return terms
    .map(({ text, isPrefix }) => {
      const words = partWords(text).replaceAll('"', ' ').trim()
      return `"${words}"${isPrefix && /[\p{L}\p{N}\p{M}]$/u.test(words) ? ' *' : ''}`
    })
    .join(' AND ')
}

/** Everything but the words, as conditions on `posts` and their parameters. */
export function conditionsOf({ tags, status, before, after }: SearchQuery): {
  sql: string[]
  values: (string | number)[]
} {
  const sql: string[] = []
  const values: (string | number)[] = []
  for (const tag of tags) {
    sql.push('posts.id IN (SELECT id FROM post_tags WHERE tag = ? COLLATE NOCASE)')
    values.push(tag)
  }
  if (status !== undefined) {
    sql.push('posts.status = ?')
    values.push(status)
  }
  if (before !== undefined) {
    sql.push('posts.sort_at < ?')
    values.push(sortTime(before))
  }
  if (after !== undefined) {
    sql.push('posts.sort_at >= ?')
    values.push(sortTime(after))
  }
  return { sql, values }
}

/** The words that a snippet marks, lower case. */
export function markedWords({ terms }: SearchQuery): string[] {
  return terms.flatMap(
    ({ text }) =>
      partWords(text)
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
  )
}
