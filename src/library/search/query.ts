import { isDate, type PostStatus, sortTime } from '../../document'
import { isUnspaced, wordsOf } from './words'

/** Words in a row that a post has to hold, folded as the index has them. */
export interface Term {
  readonly words: readonly string[]
  /** Whether the last of them may go on: it is being typed, or its script doesn't show where words end. */
  readonly isPrefix: boolean
}

/** What a search asks for; a post has to fulfil all of it. */
export interface SearchQuery {
  readonly terms: readonly Term[]
  readonly tags: readonly string[]
  readonly statuses: readonly PostStatus[]
  /** Posts dated before this moment, epoch ms. */
  readonly before: number | undefined
  /** Posts dated at this moment or later, epoch ms. */
  readonly after: number | undefined
}

/** Nobody searches for more; each is work. */
const mostTerms = 32

/** `name:` or not, then a phrase (`""` in it is a quotation mark; its end may be missing) or a word. */
const part = /(?:(tag|status|before|after):|(?=\S))(?:"((?:[^"]|"")*)("|$)|(\S*))/giu

/**
 * Reads words, `"phrases"`, `tag:`, `status:`, `before:` and `after:` (docs/search.md). Never throws: what
 * isn't understood is searched as words, and the last piece, which may be half typed, rather widens the search.
 */
export function parseQuery(text: string): SearchQuery {
  const terms: Term[] = []
  const tags: string[] = []
  const statuses: PostStatus[] = []
  const before: number[] = []
  const after: number[] = []
  for (const match of text.matchAll(part)) {
    const [whole, name = '', phrase, end, word] = match
    const value = phrase?.replaceAll('""', '"') ?? word ?? ''
    const isOpen = match.index + whole.length === text.length && end !== '"'
    const understood = readFilter(name.toLowerCase(), value.trim(), { tags, statuses, before, after })
    if (understood || (isOpen && name !== '')) continue
    terms.push(...termsOf(name === '' ? value : whole, phrase !== undefined, isOpen))
  }
  return {
    terms: terms.slice(0, mostTerms),
    tags,
    statuses,
    before: before.length > 0 ? Math.min(...before) : undefined,
    after: after.length > 0 ? Math.max(...after) : undefined,
  }
}

interface Filters {
  readonly tags: string[]
  readonly statuses: PostStatus[]
  readonly before: number[]
  readonly after: number[]
}

/** Notes what `name:value` asks for; false when it is no filter. */
function readFilter(name: string, value: string, { tags, statuses, ...times }: Filters): boolean {
  switch (name) {
    case 'tag':
      if (value !== '') tags.push(value)
      return true
    case 'status': {
      const status = value.toLowerCase()
      if (status !== 'draft' && status !== 'published') return false
      statuses.push(status)
      return true
    }
    case 'before':
    case 'after': {
      const time = startOf(value)
      if (time === undefined) return false
      times[name].push(time)
      return true
    }
    default:
      return false
  }
}

/** When a year, a month, a day or a moment begins, epoch ms. */
function startOf(date: string): number | undefined {
  const day = /^\d{4}$/.test(date) ? `${date}-01-01` : /^\d{4}-\d{2}$/.test(date) ? `${date}-01` : date
  return isDate(day) ? sortTime(day) : undefined
}

/**
 * A word with signs in it (`state-machine`) is looked for as it is written, as a phrase is. Of words without spaces
 * between them each is a term, since how they are parted depends on what they stand in.
 */
function termsOf(text: string, isPhrase: boolean, isOpen: boolean): Term[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  // An unfinished word goes on only where the text ends with it.
  const goesOn = isOpen && /[\p{L}\p{N}\p{M}]$/u.test(text)
  const term = (row: readonly string[], isLast: boolean): Term => ({
    words: row,
    isPrefix: (isLast && goesOn) || isUnspaced(row.at(-1) ?? ''),
  })
  if (isPhrase) return [term(words, true)]
  const rows: string[][] = []
  for (const word of words) {
    const row = rows.at(-1)
    if (row === undefined || isUnspaced(word) || isUnspaced(row[0] ?? '')) rows.push([word])
    else row.push(word)
  }
  return rows.map((row, index) => term(row, index === rows.length - 1))
}

/** The words as an expression of FTS5, for `search` and `heads`; undefined when the query has none. */
export function matchOf({ terms }: SearchQuery): string | undefined {
  if (terms.length === 0) return undefined
  return terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(' AND ')
}

/** Everything but the words, as conditions on `posts` and their parameters. */
export function conditionsOf({ tags, statuses, before, after }: SearchQuery): {
  sql: string[]
  values: (string | number)[]
} {
  const all: [sql: string, value: string | number | undefined][] = [
    ...tags.map((tag): [string, string] => [
      'posts.id IN (SELECT id FROM post_tags WHERE tag = ? COLLATE NOCASE)',
      tag,
    ]),
    ...statuses.map((status): [string, string] => ['posts.status = ?', status]),
    ['posts.sort_at < ?', before],
    ['posts.sort_at >= ?', after],
  ]
  const given = all.flatMap(([sql, value]) => (value === undefined ? [] : [{ sql, value }]))
  return { sql: given.map(({ sql }) => sql), values: given.map(({ value }) => value) }
}
