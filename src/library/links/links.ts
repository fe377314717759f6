import type Database from 'better-sqlite3'
import type { PostId } from '../../document'
import type { DocumentStore } from '../document-store'
import type { Queries } from '../queries'
import { editReleased } from '../releases'
import { type SummaryRow, summaryColumns, toSummary } from '../rows'
import type { UpdateLog } from '../update-log'
import { type Backlink, placesOf } from './backlinks'
import { changePostReferences } from './post-references'

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
  readonly queries: Queries
  readonly log: UpdateLog
}

/** More than a writer reads; the rest is counted. */
const mostBacklinks = 200

/** Which posts link to which, and links that follow a post whose slug is changed. */
export class Links {
  private readonly slugOf
  private readonly linking
  private readonly count
  private readonly rows

  constructor(private readonly parts: Parts) {
    const { db } = parts
    this.slugOf = db.prepare<[string], string>('SELECT slug FROM posts WHERE id = ?').pluck()
    this.linking = db
      .prepare<[string], PostId>('SELECT id FROM post_links WHERE slug = ? ORDER BY id')
      .pluck()
    // A slug that the post had before is still its own unless another has taken it.
    const toPost = `
      FROM posts WHERE id <> @id AND trashed_at IS NULL AND id IN (
        SELECT id FROM post_links WHERE slug IN (
          SELECT slug FROM posts WHERE id = @id
          UNION SELECT slug FROM released WHERE id = @id
          UNION SELECT address FROM former_addresses WHERE id = @id AND kind = 'slug'
            AND address NOT IN (SELECT slug FROM posts)))`
    this.count = db.prepare<[{ id: string }], number>(`SELECT count(*) ${toPost}`).pluck()
    this.rows = db.prepare<[{ id: string }], SummaryRow>(
      `SELECT ${summaryColumns} ${toPost} ORDER BY edited_at DESC, id DESC LIMIT ${mostBacklinks}`,
    )
  }

  /** Posts outside the trash whose text links to this one, last edited first, and where. Throws `not-found`. */
  to(id: PostId): { total: number; posts: Backlink[] } {
    const { queries } = this.parts
    const target = queries.mustFind(id)
    const slugs = new Set([target.slug, ...this.formerSlugs(id)])
    const posts = this.rows.all({ id }).flatMap((row) => {
      const body = queries.post(row.id)?.body
      return body === undefined ? [] : [{ ...toSummary(row), places: placesOf(body, slugs) }]
    })
    return { total: this.count.get({ id }) ?? posts.length, posts }
  }

  /**
   * Runs an edit of a post on this device. When it changes the slug, every link to it follows in the same
   * transaction, and is released with it where the linking post had no other changes that wait. A merge of what another
   * device wrote *must not* come through here: that device has changed the links as well.
   */
  following<Result>(id: PostId, edit: () => Result): Result {
    return this.parts.store.write(() => {
      const before = this.slugOf.get(id)
      const result = edit()
      const after = this.slugOf.get(id)
      if (before !== undefined && after !== undefined && before !== after) this.follow(before, after)
      return result
    })
  }

  private follow(before: string, after: string): void {
    const { store, queries, log } = this.parts
    for (const id of this.linking.all(before)) {
      editReleased(store, log, queries.mustFind(id), (doc) => {
        changePostReferences(doc.getText('body'), new Map([[before, after]]))
      })
    }
  }

  private formerSlugs(id: PostId): string[] {
    return this.parts.db
      .prepare<[string, string], string>(
        `SELECT slug FROM released WHERE id = ?
         UNION SELECT address FROM former_addresses WHERE id = ? AND kind = 'slug'
           AND address NOT IN (SELECT slug FROM posts)`,
      )
      .pluck()
      .all(id, id)
  }
}
