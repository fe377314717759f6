import type Database from 'better-sqlite3'
import type * as Y from 'yjs'
import { LonghandError, type PostId, readPost, slugify, writePost } from '../document'
import { assetPathIn, findAssetReferences, findAssetUses } from './asset-references'
import type { Assets } from './assets'
import type { DocumentStore } from './document-store'
import { isDrawing } from './drawings'
import type { History } from './history'
import type { Asset } from './library'

type MediaFilter = 'all' | 'unused' | 'missing-alt'

/** Where an original is used. */
interface MediaUse {
  readonly id: PostId
  readonly title: string
  /** How many of its images in this post have no alternative text. */
  readonly missingAlt: number
  readonly isTrashed: boolean
}

interface MediaItem extends Omit<Asset, 'hash'> {
  /** epoch ms */
  readonly addedAt: number
  /** Posts that refer to it, as they read now or as released; last edited first. */
  readonly uses: readonly MediaUse[]
}

interface MediaPage {
  readonly total: number
  readonly counts: Readonly<Record<MediaFilter, number>>
  readonly items: readonly MediaItem[]
}

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly assets: Assets
  readonly history: Pick<History, 'record'>
  readonly now: () => number
}
type ItemRow = Omit<MediaItem, 'uses'>
/** What a name has to hold: as it was typed, or as names are spelled. */
interface Wanted {
  readonly query: string
  readonly folded: string
}
type UseRow = Omit<MediaUse, 'isTrashed'> & { trashedAt: number | null }

const isUsed = 'EXISTS (SELECT 1 FROM post_assets WHERE post_assets.path = assets.path)'
/**
 * What the lists are of: all but the drawings of diagrams, which are made and not added. An original that was
 * removed is back as soon as a post refers to it.
 */
const listed = `
  SELECT path, type, size, width, height, added_at AS addedAt, ${isUsed} AS isUsed,
    EXISTS (SELECT 1 FROM post_assets JOIN posts USING (id)
      WHERE post_assets.path = assets.path AND missing_alt > 0 AND trashed_at IS NULL) AS isMissingAlt
  FROM assets
  WHERE (@query = '' OR instr(path, @query) > 0 OR instr(path, @folded) > 0)
    AND (removed_at IS NULL OR ${isUsed}) AND NOT ${isDrawing}`
const conditions: Readonly<Record<MediaFilter, string>> = {
  all: 'true',
  unused: 'NOT isUsed',
  'missing-alt': 'isMissingAlt',
}

/** The originals of a library and where posts refer to them. */
export class Media {
  private readonly pages
  private readonly counts
  private readonly uses
  private readonly users
  private readonly markRemoved
  private readonly bringBack

  constructor(private readonly parts: Parts) {
    const { db } = parts
    const page = (filter: MediaFilter) =>
      db.prepare<[Wanted & { offset: number; limit: number }], ItemRow>(
        `SELECT path, type, size, width, height, addedAt FROM (${listed})
         WHERE ${conditions[filter]} ORDER BY addedAt DESC, path LIMIT @limit OFFSET @offset`,
      )
    this.pages = { all: page('all'), unused: page('unused'), 'missing-alt': page('missing-alt') }
    this.counts = db.prepare<[Wanted], MediaPage['counts']>(
      `SELECT count(*) AS "all", total(NOT isUsed) AS unused, total(isMissingAlt) AS "missing-alt" FROM (${listed})`,
    )
    this.uses = db.prepare<[string], UseRow>(
      `SELECT posts.id, posts.title, missing_alt AS missingAlt, posts.trashed_at AS trashedAt
       FROM post_assets JOIN posts USING (id) WHERE path = ? ORDER BY posts.edited_at DESC, posts.id`,
    )
    this.users = db.prepare<[string], PostId>('SELECT id FROM post_assets WHERE path = ? ORDER BY id').pluck()
    this.markRemoved = db.prepare<[number, string]>(
      `UPDATE assets SET removed_at = ? WHERE path = ? AND removed_at IS NULL AND NOT ${isUsed}`,
    )
    this.bringBack = db.prepare<[string]>(
      'UPDATE assets SET removed_at = NULL WHERE path = ? AND removed_at IS NOT NULL',
    )
  }

  /** Newest first. `query` matches names in any case and spelling (`Über uns` finds `uber-uns`); the counts are of what matches it. */
  list({
    filter,
    query = '',
    offset,
    limit,
  }: {
    filter: MediaFilter
    query?: string | undefined
    offset: number
    limit: number
  }): MediaPage {
    const wanted = wantedName(query)
    const counts = { all: 0, unused: 0, 'missing-alt': 0, ...this.counts.get(wanted) }
    const rows = this.pages[filter].all({ ...wanted, offset, limit })
    return {
      total: counts[filter],
      counts,
      items: rows.map((row) => ({ ...row, uses: this.usesOf(row.path) })),
    }
  }

  /**
   * Adds a file and puts it in the place of another in the text and cover of every post, all in one
   * transaction; each post keeps a version of what it was before. `posts` is how many were changed.
   * Throws `not-found`; `bad-input` when an image would be replaced by something else.
   */
  replace(path: string, bytes: Uint8Array, name: string): { path: string; posts: number } {
    const { store, assets, history } = this.parts
    return store.write(() => {
      const before = assets.get(path)
      if (before === undefined) throw new LonghandError('not-found', `There is no “${path}” in this library.`)
      const after = assets.add(bytes, name)
      if (isImage(before) && !isImage(after))
        throw new LonghandError('bad-input', `“${name}” is no image and can’t take the place of one.`)
      if (after.path === path) return { path, posts: 0 }
      let posts = 0
      for (const id of this.users.all(path)) {
        const working = store.read(id).doc
        if (!refersTo(working, path)) continue // only what the site shows refers to it, until it is released again
        history.record(id, 'restore', null)
        store.edit(id, (doc) => exchange(doc, path, after.path))
        posts++
      }
      return { path: after.path, posts }
    })
  }

  /** Takes originals out of the lists, and says how many; one that a post refers to stays. */
  remove(paths: readonly string[]): { removed: number } {
    const { store, now } = this.parts
    return store.write(() => ({
      removed: paths.reduce((sum, path) => sum + this.markRemoved.run(now(), path).changes, 0),
    }))
  }

  /** Brings removed originals back, and says how many. */
  restore(paths: readonly string[]): { restored: number } {
    return this.parts.store.write(() => ({
      restored: paths.reduce((sum, path) => sum + this.bringBack.run(path).changes, 0),
    }))
  }

  private usesOf(path: string): MediaUse[] {
    return this.uses.all(path).map(({ trashedAt, ...use }) => ({ ...use, isTrashed: trashedAt !== null }))
  }
}

function wantedName(typed: string): Wanted {
  const query = typed.trim().toLowerCase()
  return { query, folded: /[\p{L}\p{N}]/u.test(query) ? slugify(query) : query }
}

const isImage = ({ type }: Asset) => type.startsWith('image/')

function refersTo(doc: Y.Doc, path: string): boolean {
  return findAssetUses(readPost(doc), undefined).has(path)
}

/** Exchanges the names alone, so that what others write around them at the same time is kept. */
function exchange(doc: Y.Doc, before: string, after: string): void {
  const body = doc.getText('body')
  const references = findAssetReferences(body.toString()).filter(({ path }) => path === before)
  for (const { from, to } of references.reverse()) {
    body.delete(from, to - from)
    body.insert(from, after)
  }
  const { cover } = readPost(doc)
  if (cover !== null && assetPathIn(cover) === before) writePost(doc, { cover: after })
}
