import type Database from 'better-sqlite3'
import type { PostId } from '../../document'
import type { Relatable } from './related'
import { termsOf } from './terms'

/** What the terms of a post are taken from. */
export interface Termed {
  readonly title: string
  readonly summary: string
  readonly body: string
}

interface Row {
  readonly id: PostId
  readonly number: number
  readonly sort_at: number
  readonly tags: string
  readonly series: string | null
  readonly terms: string | null
}

/**
 * The terms of posts, kept beside their words in the search index and written with them. What is noted as behind,
 * or is released otherwise than it reads now, is read from the text, so the answer never hangs on that moment.
 */
export class TermTable {
  private readonly put
  private readonly drop
  private readonly kept
  private readonly present
  private readonly released
  private readonly text

  constructor(db: Database.Database) {
    this.put = db.prepare<[number, string]>('INSERT OR REPLACE INTO terms (number, terms) VALUES (?, ?)')
    this.drop = db.prepare<[number]>('DELETE FROM terms WHERE number = ?')
    this.kept = db.prepare<[number], string>('SELECT terms FROM terms WHERE number = ?').pluck()
    const isShown = "posts.kind = 'post' AND posts.status = 'published' AND posts.trashed_at IS NULL"
    this.present = db.prepare<[], Row>(
      `SELECT posts.id, posts.number, posts.sort_at, posts.tags, posts.series,
         iif(unindexed.number IS NULL, terms.terms, NULL) AS terms
       FROM posts LEFT JOIN terms USING (number) LEFT JOIN unindexed USING (number)
       WHERE ${isShown} AND posts.id NOT IN (SELECT id FROM released)`,
    )
    this.released = db.prepare<[], Omit<Row, 'number' | 'terms'> & Termed>(
      `SELECT released.id, released.sort_at, released.tags, released.series, released.title, released.summary,
         released.body
       FROM released JOIN posts USING (id) WHERE ${isShown}`,
    )
    this.text = db.prepare<[number], Termed>(
      'SELECT title, summary, body FROM posts JOIN sources USING (id) WHERE number = ?',
    )
  }

  write(number: number, post: Termed | undefined): void {
    if (post === undefined) this.drop.run(number)
    else this.put.run(number, termsOf(post).join(' '))
  }

  /** Whether what is kept of a post is what it says. */
  isRight(number: number, post: Termed): boolean {
    return this.kept.get(number) === termsOf(post).join(' ')
  }

  /** Every post on the site as it was released last, in no order. */
  relatables(): Relatable[] {
    const present = this.present.all().map((row) => {
      const text = row.terms === null ? this.text.get(row.number) : undefined
      return toRelatable(row, text === undefined ? split(row.terms ?? '') : termsOf(text))
    })
    return [...present, ...this.released.all().map((row) => toRelatable(row, termsOf(row)))]
  }
}

const toRelatable = (
  { id, sort_at, tags, series }: Omit<Row, 'number' | 'terms'>,
  terms: string[],
): Relatable => ({
  id,
  date: sort_at,
  tags: JSON.parse(tags) as string[],
  series,
  terms,
})

const split = (terms: string) => (terms === '' ? [] : terms.split(' '))
