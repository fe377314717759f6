import type { PostContent, PostSummary } from '../../document'
import type { SortBy } from './list-request'

/**
 * Whether two summaries show the same. The number of words and the time of the last edit, which no list
 * shows, change with every letter: were they compared, the lists would be drawn again while one types.
 */
export function showsTheSame(a: PostSummary, b: PostSummary): boolean {
  const still = { words: 0, editedAt: 0, releasedAt: null }
  return JSON.stringify({ ...a, ...still }) === JSON.stringify({ ...b, ...still })
}

/** Whether the change from `a` to `b` moves the post into or out of a place, whatever the place is. */
export function changesCounts(a: PostSummary, b: PostSummary): boolean {
  const places = ({ status, tags, kind, series, hasChanges, trashedAt }: PostSummary) =>
    JSON.stringify([status, tags, kind, series, hasChanges, trashedAt])
  return places(a) !== places(b)
}

/** Whether two states of a post stand at the same place of a list in this order. */
export function isOrderedAlike(a: PostSummary, b: PostSummary, by: SortBy): boolean {
  const value = { date: 'date', edited: 'editedAt', title: 'title', words: 'words' } as const
  return a[value[by]] === b[value[by]]
}

/** Whether a list shows a post as its document has it. */
export function showsFieldsOf(post: PostSummary, content: Omit<PostContent, 'body' | 'release'>): boolean {
  const { title, summary, slug, date, status, tags, cover, language, canonicalUrl, trashedAt } = content
  const { kind, series } = content
  const fields = { title, summary, slug, date, status, tags: [...tags], cover, language, canonicalUrl }
  return showsTheSame(post, { ...post, ...fields, kind, series, trashedAt })
}
