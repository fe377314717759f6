import type Database from 'better-sqlite3'
import { describeTag, LonghandError, type PostId, readTagDescriptions, type SiteId } from '../document'
import type { Batch, BatchResult } from './batch'
import type { DocumentStore } from './document-store'

export interface Tag {
  readonly name: string
  /** Posts outside the trash that have it. */
  readonly count: number
  readonly description: string
}

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly batch: Batch
  readonly site: SiteId
}

/** Tags as things: what they say of themselves is in the site's document, who has them in the posts. */
export class Tagging {
  private readonly counts
  private readonly tagged

  constructor(private readonly parts: Parts) {
    this.counts = parts.db.prepare<[], { name: string; count: number }>(
      `SELECT tag AS name, count(*) AS count FROM post_tags JOIN posts USING (id)
       WHERE trashed_at IS NULL GROUP BY tag ORDER BY tag COLLATE NOCASE, tag`,
    )
    this.tagged = parts.db.prepare<[string], PostId>('SELECT id FROM post_tags WHERE tag = ?').pluck()
  }

  list(): Tag[] {
    const descriptions = this.descriptions()
    return this.counts
      .all()
      .map(({ name, count }) => ({ name, count, description: descriptions[name] ?? '' }))
  }

  descriptions(): Readonly<Record<string, string>> {
    return readTagDescriptions(this.parts.store.read(this.parts.site).doc)
  }

  /**
   * Renames a tag in every post, in the trash as well; a name that is another tag's makes one of the two. The new
   * name takes over what the old one says of itself unless it has words of its own.
   */
  rename(from: string, to: string): BatchResult {
    if (from === to) return { changed: 0, undo: [] }
    return this.parts.store.write(() => {
      const result = this.replace(from, (others) => [...others, to])
      const descriptions = this.descriptions()
      this.describe(to, descriptions[to] || descriptions[from] || '')
      return result
    })
  }

  /** Takes a tag from every post. What it says of itself is there again when it is, as after an undo. */
  remove(name: string): BatchResult {
    return this.replace(name, (others) => others)
  }

  describe(name: string, description: string): void {
    const { store, site } = this.parts
    store.write(() => store.edit(site, (doc) => describeTag(doc, name, description.trim())))
  }

  private replace(name: string, change: (others: readonly string[]) => readonly string[]): BatchResult {
    const { store, batch } = this.parts
    return store.write(() => {
      const ids = this.tagged.all(name)
      if (ids.length === 0)
        throw new LonghandError('not-found', `No post has the tag “${name}”. Nothing was changed.`)
      return batch.each(ids, ({ tags }) => ({
        tags: [...new Set(change(tags.filter((tag) => tag !== name)))].sort(),
      }))
    })
  }
}
