import type Database from 'better-sqlite3'
import { partWords } from './words'

interface Indexed {
  readonly number: number
  readonly title: string
  readonly tags: string
  readonly summary: string
  readonly body: string
}

/** A post's words as the index takes them. */
function asIndexed({ number, title, tags, summary, body }: Indexed): Indexed {
  return {
    number,
    title: partWords(title),
    tags: partWords((JSON.parse(tags) as string[]).join(' ')),
    summary: partWords(summary),
    body: partWords(body),
  }
}

/**
 * The words of posts, in the full-text index. Writing those of a long post takes more of the disk than all else
 * that an edit writes, so an edit only notes that they are behind; they are brought up a moment later, or
 * before the next search. What is behind is a table, so a process that is killed leaves it to the next one.
 * Every method belongs inside a transaction, but `isBehind`.
 */
export class SearchIndex {
  private readonly note
  private readonly first
  private readonly behind
  private readonly read
  private readonly done
  private readonly remove
  private readonly add

  constructor(db: Database.Database) {
    this.note = db.prepare<[number]>('INSERT OR IGNORE INTO unindexed (number) VALUES (?)')
    this.first = db.prepare<[], number>('SELECT number FROM unindexed LIMIT 1').pluck()
    this.behind = db.prepare<[], number>('SELECT number FROM unindexed').pluck()
    this.read = db.prepare<[number], Indexed>(
      'SELECT number, title, tags, summary, body FROM posts JOIN sources USING (id) WHERE number = ?',
    )
    this.done = db.prepare<[]>('DELETE FROM unindexed')
    this.remove = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?')
    this.add = db.prepare<[Indexed]>(
      `INSERT INTO search (rowid, title, tags, summary, body)
       VALUES (@number, @title, @tags, @summary, @body)`,
    )
  }

  /** Notes that the words of a post have changed. */
  mark(number: number): void {
    this.note.run(number)
  }

  isBehind(): boolean {
    return this.first.get() !== undefined
  }

  /** Brings the index up to what the posts say. */
  catchUp(): void {
    for (const number of this.behind.all()) {
      const row = this.read.get(number)
      this.remove.run(number)
      if (row !== undefined) this.add.run(asIndexed(row))
    }
    this.done.run()
  }
}
