import type Database from 'better-sqlite3'
import type { PostId } from '../../document'
import { findPostReferences } from './post-references'

/** The table `post_links`: the slugs that the text of a post links to, as it reads now. A part of the projection. */
export class PostLinks {
  private readonly all
  private readonly drop
  private readonly insert

  constructor(db: Database.Database) {
    this.all = db.prepare<[string], string>('SELECT slug FROM post_links WHERE id = ? ORDER BY slug').pluck()
    this.drop = db.prepare<[string]>('DELETE FROM post_links WHERE id = ?')
    this.insert = db.prepare<[string, string]>('INSERT INTO post_links (slug, id) VALUES (?, ?)')
  }

  /** Most edits change nothing of it and write nothing. */
  write(id: PostId, body: string): void {
    const slugs = slugsIn(body)
    if (isSame(this.all.all(id), slugs)) return
    this.drop.run(id)
    for (const slug of slugs) this.insert.run(slug, id)
  }

  /** Whether the table says what it should. */
  isRight(id: string, body: string): boolean {
    return isSame(this.all.all(id), slugsIn(body))
  }
}

const slugsIn = (body: string) => new Set(findPostReferences(body).map(({ slug }) => slug))

const isSame = (stored: readonly string[], slugs: ReadonlySet<string>) =>
  stored.length === slugs.size && stored.every((slug) => slugs.has(slug))
