import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type * as Y from 'yjs'
import { openDocument, type Post, type PostId, readTagDescriptions, type SiteId } from '../document'
import { checkedHash } from './assets'
import { openReadOnly } from './database'
import { Drawings } from './drawings'
import { FormerAddressTable } from './former-addresses'
import type { Asset, LibrarySnapshot } from './library'
import { Queries } from './queries'
import { TermTable } from './related/term-table'
import { replay } from './replay'
import { stampOf } from './stamp'
import { UpdateLog } from './update-log'

/**
 * One consistent view of the library in `folder`, on a connection of its own: what is committed later does
 * not show. For exports and other long readers; needs no open library. Throws as `openLibrary` does.
 */
export function openSnapshot(folder: string): LibrarySnapshot {
  const db = openReadOnly(folder)
  const queries = new Queries(db)
  const published = db.prepare<[], PostId>(
    `SELECT posts.id FROM posts LEFT JOIN released USING (id) WHERE status = 'published' AND trashed_at IS NULL
     ORDER BY coalesce(released.sort_at, posts.sort_at) DESC, posts.id DESC`,
  )
  const assets = db.prepare<[], Asset>(
    'SELECT hash, path, type, size, width, height FROM assets ORDER BY added_at DESC, path',
  )
  const asset = db.prepare<[string], Asset>(
    'SELECT hash, path, type, size, width, height FROM assets WHERE path = ?',
  )
  const drawings = new Drawings(db)
  db.exec('BEGIN')
  const ids = published.pluck().all() // the first read fixes the view
  const isPublished = new Set(ids)
  return {
    stamp: () => stampOf(db),
    *publishedPosts(): IterableIterator<Post> {
      for (const id of ids) {
        const post = queries.releasedPost(id)
        if (post) yield post
      }
    },
    published: () => queries.publishedSummaries(),
    publishedPost: (id) => (isPublished.has(id) ? queries.releasedPost(id) : undefined),
    drafts: () => queries.posts({ status: 'draft' }),
    workingPost: (id) => queries.post(id),
    relatables: () => new TermTable(db).relatables(),
    assets: () => assets.all(),
    site: () => queries.site(),
    tagDescriptions: () => readTagDescriptions(siteDocument(db)),
    formerAddresses: () => new FormerAddressTable(db).read(),
    asset: (path) => asset.get(path),
    drawing: (source) => drawings.find(source),
    assetFile: (asset) => assetFileIn(folder, asset),
    close: () => db.close(),
  }
}

/** The absolute path of an original in a library's folder. */
export function assetFileIn(folder: string, { hash }: Pick<Asset, 'hash'>): string {
  return join(folder, 'assets', checkedHash(hash))
}

/** The one document that a snapshot loads: it is small, and lists don't hold all that it says. */
function siteDocument(db: Database.Database): Y.Doc {
  const id = db
    .prepare<[], SiteId>("SELECT id FROM documents WHERE kind = 'site' ORDER BY id LIMIT 1")
    .pluck()
    .get()
  if (id === undefined) return openDocument('')
  const doc = openDocument(id)
  replay(doc, new UpdateLog(db, Date.now).updatesAfter(id, 0))
  return doc
}
