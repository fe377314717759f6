import type Database from 'better-sqlite3'
import type * as Y from 'yjs'
import { addressOf, countWords, type PostId, readPost, readSite, sortTime } from '../document'

/** A row of `posts`, as columns. */
export interface PostRow {
  id: PostId
  wanted_slug: string
  slug: string
  title: string
  summary: string
  date: string
  sort_at: number
  status: string
  tags: string
  words: number
  cover: string | null
  language: string | null
  canonical_url: string | null
  edited_at: number
  trashed_at: number | null
}

export interface PostProjection {
  readonly row: Omit<PostRow, 'slug'>
  readonly tags: readonly string[]
  readonly body: string
  readonly extra: string
}

/** What the tables say of a post, from its document alone. `editedAt` is the time of its last update, epoch ms. */
export function projectPost(id: PostId, doc: Y.Doc, editedAt: number): PostProjection {
  const post = readPost(doc)
  return {
    row: {
      id,
      wanted_slug: post.slug,
      title: post.title,
      summary: post.summary,
      date: post.date,
      sort_at: sortTime(post.date),
      status: post.status,
      tags: JSON.stringify(post.tags),
      words: countWords(post.body),
      cover: post.cover,
      language: post.language,
      canonical_url: post.canonicalUrl,
      edited_at: editedAt,
      trashed_at: post.trashedAt,
    },
    tags: post.tags,
    body: post.body,
    extra: JSON.stringify(post.extra),
  }
}

const columns = [
  'id', 'wanted_slug', 'title', 'summary', 'date', 'sort_at', 'status', 'tags', 'words',
  'cover', 'language', 'canonical_url', 'edited_at', 'trashed_at',
] // biome-ignore format: a list reads better in two lines

/** Writes the tables that can be rebuilt from the update log. Every method belongs inside a transaction. */
export class Projection {
  private readonly upsert
  private readonly source
  private readonly dropTags
  private readonly addTag
  private readonly dropSearch
  private readonly addSearch
  private readonly wantedBefore
  private readonly rivals
  private readonly setSlug
  private readonly setSetting

  constructor(private readonly db: Database.Database) {
    this.upsert = db.prepare<[Omit<PostRow, 'slug'>], { number: number }>(
      `INSERT INTO posts (${columns.join(', ')}, slug) VALUES (${columns.map((name) => `@${name}`).join(', ')}, @wanted_slug)
       ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
       RETURNING number`,
    )
    this.source = db.prepare<[string, string, string]>(
      `INSERT INTO sources (id, body, extra) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body, extra = excluded.extra`,
    )
    this.dropTags = db.prepare<[string]>('DELETE FROM post_tags WHERE id = ?')
    this.addTag = db.prepare<[string, string]>('INSERT INTO post_tags (tag, id) VALUES (?, ?)')
    this.dropSearch = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
    this.addSearch = db.prepare<[number, string, string, string, string]>(
      'INSERT INTO search (rowid, title, tags, summary, body) VALUES (?, ?, ?, ?, ?)',
    )
    this.wantedBefore = db.prepare<[string], { wanted_slug: string }>(
      'SELECT wanted_slug FROM posts WHERE id = ?',
    )
    this.rivals = db.prepare<[string], { id: PostId }>(
      'SELECT id FROM posts WHERE wanted_slug = ? ORDER BY id',
    )
    this.setSlug = db.prepare<[string, string, string]>(
      'UPDATE posts SET slug = ? WHERE id = ? AND slug <> ?',
    )
    this.setSetting = db.prepare<[string, string]>(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
  }

  writePost(id: PostId, doc: Y.Doc, editedAt: number): void {
    const { row, tags, body, extra } = projectPost(id, doc, editedAt)
    const before = this.wantedBefore.get(id)?.wanted_slug
    const { number } = this.upsert.get(row) as { number: number }
    this.source.run(id, body, extra)
    this.dropTags.run(id)
    for (const tag of tags) this.addTag.run(tag, id)
    this.dropSearch.run(number)
    this.addSearch.run(number, row.title, tags.join(' '), row.summary, body)
    this.giveAddresses(row.wanted_slug)
    if (before !== undefined && before !== row.wanted_slug) this.giveAddresses(before)
  }

  writeSite(doc: Y.Doc): void {
    for (const [name, value] of Object.entries(readSite(doc)))
      this.setSetting.run(name, JSON.stringify(value))
  }

  /** Empties every projected table. */
  drop(): void {
    this.db.exec(`
      INSERT INTO search (search) VALUES ('delete-all');
      DELETE FROM post_tags; DELETE FROM sources; DELETE FROM posts; DELETE FROM settings;`)
  }

  /** Of the posts that want one slug, the first-born has it and each other gets one of its own. */
  private giveAddresses(wanted: string): void {
    for (const [index, { id }] of this.rivals.all(wanted).entries()) {
      const slug = addressOf(wanted, id, index === 0)
      this.setSlug.run(slug, id, slug)
    }
  }
}
