import type Database from 'better-sqlite3'
import type * as Y from 'yjs'
import {
  addressOf,
  countWords,
  documentAt,
  faceOf,
  type PostContent,
  type PostId,
  type PostKind,
  readPost,
  readRelease,
  readSite,
  sortTime,
} from '../document'
import { readsOtherwise } from './digest'
import { FormerAddressTable, rememberedIn } from './former-addresses'
import { PostLinks } from './links/post-links'
import { PostAssets } from './post-assets'
import { digestOfRow } from './rows'
import type { SearchIndex } from './search/search-index'

/** A row of `posts`, as columns. */
export interface PostRow {
  id: PostId
  kind: PostKind
  wanted_slug: string
  slug: string
  title: string
  summary: string
  date: string
  sort_at: number
  status: string
  tags: string
  series: string | null
  words: number
  cover: string | null
  language: string | null
  canonical_url: string | null
  edited_at: number
  trashed_at: number | null
  released_at: number | null
  /** 0 or 1 */
  has_changes: number
}

/** A row of `released`, as columns: what the site shows of a post that reads otherwise. */
export interface ReleasedRow {
  id: PostId
  digest: string
  wanted_slug: string
  slug: string
  title: string
  summary: string
  date: string
  sort_at: number
  tags: string
  series: string | null
  words: number
  cover: string | null
  language: string | null
  canonical_url: string | null
  body: string
  extra: string
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
  const release = post.status === 'published' ? post.release : null
  return {
    row: {
      id,
      kind: post.kind,
      wanted_slug: post.slug,
      title: post.title,
      summary: post.summary,
      date: post.date,
      sort_at: sortTime(post.date),
      status: post.status,
      tags: JSON.stringify(post.tags),
      series: post.series,
      words: countWords(post.body),
      cover: post.cover,
      language: post.language,
      canonical_url: post.canonicalUrl,
      edited_at: editedAt,
      trashed_at: post.trashedAt,
      released_at: release?.at ?? null,
      has_changes: hasChanges(post) ? 1 : 0,
    },
    tags: post.tags,
    body: post.body,
    extra: JSON.stringify(post.extra),
  }
}

/** Whether a post reads otherwise than the site shows it. */
function hasChanges(post: PostContent): boolean {
  return post.status === 'published' && readsOtherwise(post)
}

/** What the site shows of a post that has changes since; undefined when it reads as the site shows it. */
export function projectReleased(id: PostId, doc: Y.Doc): Omit<ReleasedRow, 'slug'> | undefined {
  const post = readPost(doc)
  if (post.release === null || !hasChanges(post)) return undefined
  const face = faceOf(readPost(documentAt(doc, post.release.snapshot)))
  return {
    id,
    digest: post.release.digest,
    wanted_slug: post.release.slug ?? post.slug,
    title: face.title,
    summary: face.summary,
    date: face.date,
    sort_at: sortTime(face.date),
    tags: JSON.stringify(face.tags),
    series: face.series,
    words: countWords(face.body),
    cover: face.cover,
    language: face.language,
    canonical_url: face.canonicalUrl,
    body: face.body,
    extra: JSON.stringify(face.extra),
  }
}

const columns = [
  'id', 'kind', 'wanted_slug', 'title', 'summary', 'date', 'sort_at', 'status', 'tags', 'series', 'words',
  'cover', 'language', 'canonical_url', 'edited_at', 'trashed_at', 'released_at', 'has_changes',
] // biome-ignore format: a list reads better in two lines
const releasedColumns = [
  'id', 'digest', 'wanted_slug', 'title', 'summary', 'date', 'sort_at', 'tags', 'series', 'words',
  'cover', 'language', 'canonical_url', 'body', 'extra',
] // biome-ignore format: a list reads better in two lines

/** The posts that want a slug, or have it on the site; the first-born comes first. */
export const rivalsOf =
  'SELECT id FROM posts WHERE wanted_slug = ? UNION SELECT id FROM released WHERE wanted_slug = ? ORDER BY id'

/** Writes the tables that can be rebuilt from the update log. Every method belongs inside a transaction. */
export class Projection {
  private readonly upsert
  private readonly source
  private readonly releasedAs
  private readonly putReleased
  private readonly dropReleased
  private readonly dropTags
  private readonly addTag
  private readonly before
  private readonly rivals
  private readonly setSlug
  private readonly setReleasedSlug
  private readonly setSetting
  private readonly postAssets
  private readonly postLinks
  private readonly former

  constructor(
    private readonly db: Database.Database,
    private readonly index: SearchIndex,
  ) {
    this.postAssets = new PostAssets(db)
    this.postLinks = new PostLinks(db)
    this.former = new FormerAddressTable(db)
    const written = [...columns, 'digest']
    this.upsert = db.prepare<[Omit<PostRow, 'slug'> & { digest: Buffer }], { number: number }>(
      `INSERT INTO posts (${written.join(', ')}, slug) VALUES (${written.map((name) => `@${name}`).join(', ')}, @wanted_slug)
       ON CONFLICT (id) DO UPDATE SET ${written.map((name) => `${name} = excluded.${name}`).join(', ')}
       RETURNING number`,
    )
    this.source = db.prepare<[string, string, string]>(
      `INSERT INTO sources (id, body, extra) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET body = excluded.body, extra = excluded.extra`,
    )
    this.releasedAs = db.prepare<[string], { digest: string; wanted_slug: string; extra: string }>(
      'SELECT digest, wanted_slug, extra FROM released WHERE id = ?',
    )
    this.putReleased = db.prepare<[Omit<ReleasedRow, 'slug'>]>(
      `INSERT OR REPLACE INTO released (${releasedColumns.join(', ')}, slug)
       VALUES (${releasedColumns.map((name) => `@${name}`).join(', ')}, @wanted_slug)`,
    )
    this.dropReleased = db.prepare<[string]>('DELETE FROM released WHERE id = ?')
    this.dropTags = db.prepare<[string]>('DELETE FROM post_tags WHERE id = ?')
    this.addTag = db.prepare<[string, string]>('INSERT INTO post_tags (tag, id) VALUES (?, ?)')
    this.before = db.prepare<[string], { wanted_slug: string; tags: string }>(
      'SELECT wanted_slug, tags FROM posts WHERE id = ?',
    )
    this.rivals = db.prepare<[string, string], { id: PostId }>(rivalsOf)
    this.setSlug = db.prepare<[string, string, string, string]>(
      'UPDATE posts SET slug = ? WHERE id = ? AND wanted_slug = ? AND slug <> ?',
    )
    this.setReleasedSlug = db.prepare<[string, string, string, string]>(
      'UPDATE released SET slug = ? WHERE id = ? AND wanted_slug = ? AND slug <> ?',
    )
    this.setSetting = db.prepare<[string, string]>(
      'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
  }

  writePost(id: PostId, doc: Y.Doc, editedAt: number): void {
    const { row, tags, body, extra } = projectPost(id, doc, editedAt)
    const before = this.before.get(id)
    const { number } = this.upsert.get({ ...row, digest: digestOfRow(row, body, extra) }) as {
      number: number
    }
    this.source.run(id, body, extra)
    if (before?.tags !== row.tags) {
      this.dropTags.run(id)
      for (const tag of tags) this.addTag.run(tag, id)
    }
    this.index.mark(number)
    const releasedBefore = this.releasedAs.get(id)
    this.writeReleased(id, doc, row.has_changes === 1)
    const released = this.releasedAs.get(id)
    this.postAssets.write(id, { body, cover: row.cover })
    this.postLinks.write(id, body)
    this.former.write(id, rememberedIn(doc), released?.extra ?? extra)
    const slugs = [before, row, releasedBefore, released].map((it) => it?.wanted_slug)
    if (slugs[0] !== slugs[1] || slugs[2] !== slugs[3]) this.giveAddresses(slugs)
  }

  /** Writes everything of a post anew, what is released of it as well: something of it was damaged. */
  rewritePost(id: PostId, doc: Y.Doc, editedAt: number): void {
    this.dropReleased.run(id)
    this.writePost(id, doc, editedAt)
  }

  /** Reading a snapshot costs, so it is done when there is a first change after a release, and not with each. */
  private writeReleased(id: PostId, doc: Y.Doc, hasChanges: boolean): void {
    const stored = this.releasedAs.get(id)
    if (!hasChanges) {
      if (stored !== undefined) this.dropReleased.run(id)
      return
    }
    const release = readRelease(doc)
    if (stored !== undefined && stored.digest === release?.digest && stored.wanted_slug === release.slug)
      return
    const row = projectReleased(id, doc)
    if (row !== undefined) this.putReleased.run(row)
  }

  writeSite(doc: Y.Doc): void {
    for (const [name, value] of Object.entries(readSite(doc)))
      this.setSetting.run(name, JSON.stringify(value))
  }

  /** Empties every projected table. */
  drop(): void {
    this.db.exec(`
      INSERT INTO search (search) VALUES ('delete-all'); INSERT INTO heads (heads) VALUES ('delete-all');
      DELETE FROM unindexed; DELETE FROM terms; DELETE FROM post_tags; DELETE FROM post_assets; DELETE FROM post_links; DELETE FROM former_addresses; DELETE FROM sources; DELETE FROM released; DELETE FROM posts; DELETE FROM settings;`)
  }

  /**
   * Of the posts that want one slug, or have it on the site, the first-born has it and each other gets one of
   * its own.
   */
  private giveAddresses(slugs: readonly (string | undefined)[]): void {
    for (const wanted of new Set(slugs)) {
      if (wanted === undefined) continue
      for (const [index, { id }] of this.rivals.all(wanted, wanted).entries()) {
        const slug = addressOf(wanted, id, index === 0)
        this.setSlug.run(slug, id, wanted, slug)
        this.setReleasedSlug.run(slug, id, wanted, slug)
      }
    }
  }
}
