import type Database from 'better-sqlite3'
import { TermTable } from '../related/term-table'
import { indexText } from './words'

/** What a search reads of a post. */
export interface Searched {
  readonly title: string
  /** JSON, as in the row of the post */
  readonly tags: string
  readonly summary: string
  readonly body: string
}

/** A post's words as the index takes them. */
export function indexedColumns({ title, tags, summary, body }: Searched) {
  return {
    title: indexText(title),
    tags: indexText((JSON.parse(tags) as string[]).join(' ')),
    summary: indexText(summary),
    body: indexText(body),
  }
}

/**
 * The words of posts, in two full-text indexes: `search` has them all, `heads` only those of titles, tags and
 * summaries, which answer most searches without a look at the texts. Writing those of a long post takes more of
 * the disk than all else that an edit writes, so an edit only notes that they are behind; they are brought up a
 * moment later, or before the next search. What is behind is a table, so a process that is killed leaves it to
 * the next one. The terms of posts (`related/`) are kept with them. Every method belongs inside a transaction, but `isBehind`.
 */
export class SearchIndex {
  private readonly note
  private readonly first
  private readonly behind
  private readonly read
  private readonly done
  private readonly remove
  private readonly removeHead
  private readonly add
  private readonly addHead
  private readonly terms

  constructor(db: Database.Database) {
    this.terms = new TermTable(db)
    this.note = db.prepare<[number]>('INSERT OR IGNORE INTO unindexed (number) VALUES (?)')
    this.first = db.prepare<[], number>('SELECT number FROM unindexed LIMIT 1').pluck()
    this.behind = db.prepare<[number], number>('SELECT number FROM unindexed ORDER BY number LIMIT ?').pluck()
    this.read = db.prepare<[number], Searched>(
      'SELECT title, tags, summary, body FROM posts JOIN sources USING (id) WHERE number = ?',
    )
    this.done = db.prepare<[number]>('DELETE FROM unindexed WHERE number = ?')
    this.remove = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
    this.removeHead = db.prepare<[number]>('DELETE FROM heads WHERE rowid = ?')
    this.add = db.prepare<[ReturnType<typeof indexedColumns> & { number: number }]>(
      `INSERT INTO search (rowid, title, tags, summary, body)
       VALUES (@number, @title, @tags, @summary, @body)`,
    )
    this.addHead = db.prepare<[ReturnType<typeof indexedColumns> & { number: number }]>(
      'INSERT INTO heads (rowid, title, tags, summary) VALUES (@number, @title, @tags, @summary)',
    )
  }

  /** Notes that the words of a post have changed. */
  mark(number: number): void {
    this.note.run(number)
  }

  isBehind(): boolean {
    return this.first.get() !== undefined
  }

  /** Brings the index up to what the posts say, or, of many posts, up to `most` of them. */
  catchUp(most = -1): void {
    for (const number of this.behind.all(most)) {
      const row = this.read.get(number)
      this.remove.run(number)
      this.removeHead.run(number)
      this.terms.write(number, row)
      if (row !== undefined) {
        const columns = { number, ...indexedColumns(row) }
        this.add.run(columns)
        this.addHead.run(columns)
      }
      this.done.run(number)
    }
  }
}
