import type Database from 'better-sqlite3'
import {
  LonghandError,
  type Post,
  type PostId,
  type PostSummary,
  type SearchHit,
  type SiteSettings,
} from '../document'
import type { PostFilter } from './library'
import type { ReleasedRow } from './projection'
import { conditionsOf, markedWords, matchOf, parseQuery } from './query'
import { type SummaryRow, summaryColumns, toSummary } from './rows'
import { cutSnippet } from './snippet'

type SourceRow = { body: string }

/** Reads the projection; never a document. */
export class Queries {
  private readonly list
  private readonly one
  private readonly bySlug
  private readonly source
  private readonly released
  private readonly settings
  private readonly slugOwner

  constructor(private readonly db: Database.Database) {
    this.list = db.prepare<[Record<string, string | number | null>], SummaryRow>(
      `SELECT ${summaryColumns} FROM posts
       WHERE (trashed_at IS NOT NULL) = @trashed AND (@status IS NULL OR status = @status)
         AND (@tag IS NULL OR id IN (SELECT id FROM post_tags WHERE tag = @tag))
       ORDER BY sort_at DESC, id DESC`,
    )
    this.one = db.prepare<[string], SummaryRow>(`SELECT ${summaryColumns} FROM posts WHERE id = ?`)
    this.bySlug = db.prepare<[string], SummaryRow>(
      `SELECT ${summaryColumns} FROM posts WHERE slug = ? ORDER BY id LIMIT 1`,
    )
    this.source = db.prepare<[string], SourceRow & { extra: string }>(
      'SELECT body, extra FROM sources WHERE id = ?',
    )
    this.released = db.prepare<[string], ReleasedRow>('SELECT * FROM released WHERE id = ?')
    this.settings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
    this.slugOwner = db.prepare<[string, string], { id: PostId }>(
      'SELECT id FROM posts WHERE slug = ? OR wanted_slug = ? LIMIT 1',
    )
  }

  posts(filter: PostFilter): PostSummary[] {
    const { status = null, tag = null, trashed = false } = filter
    return this.list.all({ status, tag, trashed: trashed ? 1 : 0 }).map(toSummary)
  }

  post(idOrSlug: string): Post | undefined {
    const row = this.one.get(idOrSlug) ?? this.bySlug.get(idOrSlug)
    return row && { ...toSummary(row), body: this.source.get(row.id)?.body ?? '' }
  }

  /** A post as the site shows it. */
  releasedPost(id: PostId): Post | undefined {
    const post = this.post(id)
    const row = post?.hasChanges ? this.released.get(id) : undefined
    if (post === undefined || row === undefined) return post
    return {
      ...post,
      title: row.title,
      summary: row.summary,
      date: row.date,
      tags: JSON.parse(row.tags) as string[],
      series: row.series,
      words: row.words,
      cover: row.cover,
      language: row.language,
      canonicalUrl: row.canonical_url,
      body: row.body,
    }
  }

  /** The post of this id. Throws `not-found`. */
  mustFind(id: PostId): Post {
    const post = this.post(id)
    if (post?.id !== id) throw new LonghandError('not-found', 'There is no such post in this library.')
    return post
  }

  extra(id: PostId): Record<string, unknown> {
    return JSON.parse(this.source.get(id)?.extra ?? '{}') as Record<string, unknown>
  }

  /** Posts outside the trash that answer a query, best first; without words in it, newest first. */
  search(text: string, limit: number): SearchHit[] {
    const query = parseQuery(text)
    const match = matchOf(query)
    const { sql, values } = conditionsOf(query)
    if (match === undefined && sql.length === 0) return []
    const conditions = ['posts.trashed_at IS NULL', ...sql].join(' AND ')
    const rows =
      match === undefined
        ? this.db
            .prepare<(string | number)[], SummaryRow & SourceRow>(
              `SELECT ${summaryColumns}, sources.body FROM posts JOIN sources USING (id)
             WHERE ${conditions} ORDER BY posts.sort_at DESC, posts.id DESC LIMIT ?`,
            )
            .all(...values, limit)
        : this.db
            .prepare<(string | number)[], SummaryRow & SourceRow>(
              `SELECT ${summaryColumns}, sources.body FROM search
             JOIN posts ON posts.number = search.rowid JOIN sources ON sources.id = posts.id
             WHERE search MATCH ? AND ${conditions}
             ORDER BY bm25(search, 10, 5, 3, 1), posts.sort_at DESC, posts.id DESC LIMIT ?`,
            )
            .all(match, ...values, limit)
    const words = markedWords(query)
    return rows.map((row) => ({ ...toSummary(row), snippet: cutSnippet(row.body, words) }))
  }

  site(): SiteSettings {
    return Object.fromEntries(
      this.settings.all().map(({ name, value }) => [name, JSON.parse(value)]),
    ) as unknown as SiteSettings
  }

  /** Which post has, or wants, this slug. */
  ownerOf(slug: string): PostId | undefined {
    return this.slugOwner.get(slug, slug)?.id
  }
}
