import type Database from 'better-sqlite3'
import {
  coverAltOf,
  LonghandError,
  type Post,
  type PostId,
  type PostSummary,
  type SiteSettings,
  siteFrom,
} from '../document'
import { digestOf } from './digest'
import type { PostFilter, PublishedPost } from './library'
import type { ReleasedRow } from './projection'
import { digestOfRow, type SummaryRow, summaryColumns, toSummary } from './rows'

/** A post with its text; null where that is missing. */
type WholeRow = SummaryRow & { body: string | null; extra: string | null; digest: Buffer | null }

/** Reads the projection; never a document. */
export class Queries {
  private readonly list
  private readonly one
  private readonly bySlug
  private readonly extraOf
  private readonly released
  private readonly releasedHeads
  private readonly published
  private readonly settings
  private readonly slugOwner

  /** @param mend builds what the tables say of a post anew from its log; left out where nothing may be written */
  constructor(
    db: Database.Database,
    private readonly mend?: (id: PostId) => void,
  ) {
    this.list = db.prepare<[Record<string, string | number | null>], SummaryRow>(
      `SELECT ${summaryColumns} FROM posts
       WHERE (trashed_at IS NOT NULL) = @trashed AND (@status IS NULL OR status = @status)
         AND (@tag IS NULL OR id IN (SELECT id FROM post_tags WHERE tag = @tag))
       ORDER BY sort_at DESC, id DESC`,
    )
    // In one statement: another process may commit between two.
    const whole = `SELECT ${summaryColumns}, body, extra, posts.digest FROM posts LEFT JOIN sources USING (id)`
    this.one = db.prepare<[string], WholeRow>(`${whole} WHERE id = ?`)
    this.bySlug = db.prepare<[string], WholeRow>(`${whole} WHERE slug = ? ORDER BY id LIMIT 1`)
    this.extraOf = db.prepare<[string], string>('SELECT extra FROM sources WHERE id = ?').pluck()
    this.released = db.prepare<[string], ReleasedRow>('SELECT * FROM released WHERE id = ?')
    this.releasedHeads = db.prepare<[], ReleasedHead>(
      `SELECT id, digest, slug, title, summary, date, sort_at, tags, series, words, cover, language, canonical_url,
         ${altIn('extra')} AS cover_alt FROM released`,
    )
    this.published = db.prepare<[], SummaryRow & { digest: Buffer | null; cover_alt: string | null }>(
      `SELECT ${summaryColumns}, posts.digest,
         (SELECT ${altIn('extra')} FROM sources WHERE sources.id = posts.id AND posts.cover IS NOT NULL) AS cover_alt
       FROM posts LEFT JOIN released USING (id)
       WHERE posts.status = 'published' AND posts.trashed_at IS NULL
       ORDER BY coalesce(released.sort_at, posts.sort_at) DESC, posts.id DESC`,
    )
    this.settings = db.prepare<[], { name: string; value: string }>('SELECT name, value FROM settings')
    this.slugOwner = db.prepare<[{ slug: string }], { id: PostId }>(
      `SELECT id FROM posts WHERE slug = @slug OR wanted_slug = @slug
       UNION ALL SELECT id FROM released WHERE slug = @slug OR wanted_slug = @slug LIMIT 1`,
    )
  }

  posts(filter: PostFilter): PostSummary[] {
    const { status = null, tag = null, trashed = false } = filter
    return this.list.all({ status, tag, trashed: trashed ? 1 : 0 }).map(toSummary)
  }

  post(idOrSlug: string): Post | undefined {
    const row = this.one.get(idOrSlug) ?? this.bySlug.get(idOrSlug)
    return row && (undamaged(row) ?? undamaged(this.mended(row.id)) ?? damagedPost(row.id))
  }

  /** A post as the site shows it; it was edited last, for readers, when it was released. */
  releasedPost(id: PostId): Post | undefined {
    const working = this.post(id)
    const post = working && { ...working, editedAt: working.releasedAt ?? working.editedAt }
    const row = post?.hasChanges ? this.releasedRow(id) : undefined
    if (post === undefined || row === undefined) return post
    const { coverAlt: _, ...rest } = post
    return {
      ...rest,
      ...releasedFields(row),
      ...altOf(row.extra),
      body: row.body,
    }
  }

  /** Posts on the site as they were released last, newest first, without their texts. */
  publishedSummaries(): PublishedPost[] {
    const released = new Map(this.releasedHeads.all().map((row) => [row.id, row]))
    return this.published.all().map(({ digest, cover_alt, ...row }) => {
      const post = toSummary(row)
      const editedAt = post.releasedAt ?? post.editedAt
      const face = row.has_changes === 1 ? released.get(row.id) : undefined
      if (face === undefined) {
        return { ...post, ...said(cover_alt), editedAt, digest: digest?.toString('base64') ?? '' }
      }
      const digested = `${face.digest} ${editedAt}`
      return { ...post, ...releasedFields(face), ...said(face.cover_alt), editedAt, digest: digested }
    })
  }

  private releasedRow(id: PostId): ReleasedRow | undefined {
    const row = this.released.get(id)
    if (row === undefined || isWholeRelease(row)) return row
    this.mend?.(id)
    const mended = this.released.get(id)
    return mended === undefined || isWholeRelease(mended) ? mended : damagedPost(id)
  }

  private mended(id: PostId): WholeRow | undefined {
    this.mend?.(id)
    return this.one.get(id)
  }

  /** The post of this id. Throws `not-found`. */
  mustFind(id: PostId): Post {
    const post = this.post(id)
    if (post?.id !== id) throw new LonghandError('not-found', 'There is no such post in this library.')
    return post
  }

  extra(id: PostId): Record<string, unknown> {
    return JSON.parse(this.extraOf.get(id) ?? '{}') as Record<string, unknown>
  }

  site(): SiteSettings {
    return siteFrom(
      Object.fromEntries(this.settings.all().map(({ name, value }) => [name, JSON.parse(value)])),
    )
  }

  /** Which post has, or wants, this slug, here or on the site. */
  ownerOf(slug: string): PostId | undefined {
    return this.slugOwner.get({ slug })?.id
  }
}

/** A released face without its text. */
type ReleasedHead = Omit<ReleasedRow, 'body' | 'extra'> & { readonly cover_alt: string | null }

/** What the cover shows, in SQL; the front matter is parsed only where it says so. */
const altIn = (extra: string) =>
  `CASE WHEN instr(${extra}, '"cover_alt"') AND json_type(${extra}, '$.cover_alt') = 'text' THEN json_extract(${extra}, '$.cover_alt') END`

const said = (coverAlt: string | null) => (coverAlt ? { coverAlt } : {})

const altOf = (extra: string) =>
  said(
    extra.includes('"cover_alt"') ? coverAltOf(JSON.parse(extra) as Readonly<Record<string, unknown>>) : null,
  )

/** What a released face says of a post, without its text. */
function releasedFields(row: Omit<ReleasedRow, 'body' | 'extra'>) {
  return {
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    date: row.date,
    tags: JSON.parse(row.tags) as string[],
    series: row.series,
    words: row.words,
    cover: row.cover,
    language: row.language,
    canonicalUrl: row.canonical_url,
  }
}

/** The post of a row; undefined when something of it is not what was written. */
function undamaged(row: WholeRow | undefined): Post | undefined {
  if (row === undefined || row.body === null || row.extra === null) return undefined
  const isAsWritten = row.digest?.equals(digestOfRow(row, row.body, row.extra))
  return isAsWritten ? { ...toSummary(row), ...altOf(row.extra), body: row.body } : undefined
}

/** Whether the released face is the one that was released. */
function isWholeRelease(row: ReleasedRow): boolean {
  const { title, summary, body, date, cover, language, canonical_url: canonicalUrl, series } = row
  try {
    const tags = JSON.parse(row.tags) as string[]
    const extra = JSON.parse(row.extra) as Record<string, unknown>
    const face = { title, summary, body, date, tags, cover, language, canonicalUrl, series, extra }
    return digestOf(face) === row.digest
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function damagedPost(id: PostId): never {
  throw new LonghandError(
    'corrupt-library',
    `What the lists say of post ${id} is damaged. Nothing was changed; “longhand verify --repair” builds it anew from the log.`,
  )
}
