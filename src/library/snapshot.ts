import { join } from 'node:path'
import type { Post, PostId } from '../document'
import { openReadOnly } from './database'
import type { Asset, LibrarySnapshot } from './library'
import { Queries } from './queries'

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
  const asset = db.prepare<[string], Asset>(
    'SELECT hash, path, type, size, width, height FROM assets WHERE path = ?',
  )
  db.exec('BEGIN')
  const ids = published.pluck().all() // the first read fixes the view
  return {
    *publishedPosts(): IterableIterator<Post> {
      for (const id of ids) {
        const post = queries.releasedPost(id)
        if (post) yield post
      }
    },
    site: () => queries.site(),
    asset: (path) => asset.get(path),
    assetFile: ({ hash }) => join(folder, 'assets', hash),
    close: () => db.close(),
  }
}
