import { createHash } from 'node:crypto'
import type { PostStatus, PostSummary } from '../document'
import type { PostRow } from './projection'

/** The columns of `posts` that a summary is made of. */
export const summaryColumns = `posts.id, posts.slug, posts.title, posts.summary, posts.date, posts.status, posts.tags, posts.words,
  posts.cover, posts.language, posts.canonical_url, posts.kind, posts.series, posts.edited_at, posts.trashed_at,
  posts.released_at, posts.has_changes`

export type SummaryRow = Omit<PostRow, 'wanted_slug' | 'sort_at'>

/** A digest over everything that the tables say of a post but its address, which hangs on other posts too. */
export function digestOfRow(row: Omit<SummaryRow, 'slug'>, body: string, extra: string): Buffer {
  const { id, title, summary, date, status, tags, words, cover, language, canonical_url, kind, series } = row
  const { edited_at, trashed_at, released_at, has_changes } = row
  const fields = [id, title, summary, date, status, tags, words, cover, language, canonical_url, kind, series]
  return createHash('sha256')
    .update(JSON.stringify([...fields, edited_at, trashed_at, released_at, has_changes, extra]))
    .update(body)
    .digest()
}

export function toSummary(row: SummaryRow): PostSummary {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    date: row.date,
    status: row.status as PostStatus,
    tags: JSON.parse(row.tags) as string[],
    words: row.words,
    cover: row.cover,
    language: row.language,
    canonicalUrl: row.canonical_url,
    editedAt: row.edited_at,
    trashedAt: row.trashed_at,
    kind: row.kind,
    series: row.series,
    releasedAt: row.released_at,
    hasChanges: row.has_changes === 1,
  }
}
