import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'

/**
 * A short text that is another one as soon as anything is that the site shows: everything comes from the log of
 * updates and from the originals. Null while the words of posts have to be read still, on which related posts hang.
 * It costs the same however long the posts are.
 */
export function stampOf(db: Database.Database): string | null {
  const isOwing = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM unindexed)').pluck()
  if (isOwing.get() === 1) return null
  const log = db.prepare('SELECT count(*), max(position) FROM updates').raw().get()
  // Two logs of one length may come from two libraries, one restored in the place of the other.
  const last = db.prepare<[], Buffer>('SELECT hash FROM updates ORDER BY position DESC LIMIT 1').pluck().get()
  const assets = db.prepare('SELECT hash, path, removed_at FROM assets ORDER BY hash').raw().all()
  const parts = [db.pragma('user_version', { simple: true }), log, last?.toString('hex'), assets]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64')
}
