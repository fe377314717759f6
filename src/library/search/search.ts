import type Database from 'better-sqlite3'
import type { PostId, PostSummary, SearchHit } from '../../document'
import { type SummaryRow, summaryColumns, toSummary } from '../rows'
import { fuzzyMatch, type Marks } from './fuzzy'
import { conditionsOf, matchOf, parseQuery, type SearchQuery } from './query'
import { cutSnippet } from './snippet'
import { fold } from './words'

/** A post found by letters of its title; `marks` are where they are. */
export type TitleHit = PostSummary & { readonly marks: Marks }

/**
 * Of more posts than these the ones added last are ranked: a few letters that begin a word of nearly every post
 * are no reason to keep the writer waiting, nor is it seen which of so many comes first.
 */
const mostRanked = 4000

/** Of title, tags, summary and text. */
const weights = { heads: '10, 5, 3', search: '10, 5, 3, 1' }

type Values = readonly (string | number)[]
type Title = { readonly id: PostId; readonly title: string }
type HitRow = SummaryRow & { body: string }

/** Finds posts by what they say, reading the projection and the index alone; works on any connection. */
export class Search {
  private readonly statements = new Map<string, Database.Statement<(string | number)[]>>()

  private titles: { readonly version: string; readonly all: readonly Title[] } | undefined

  constructor(private readonly db: Database.Database) {}

  /**
   * Posts outside the trash that answer a query (docs/search.md), best first. Those that hold all its words in title,
   * tags and summary come before others; within both, a word weighs 10 in the title, 5 in a tag, 3 in the summary
   * and 1 in the text. Without words in it, newest first. Nothing for an empty query.
   */
  search(text: string, limit: number): SearchHit[] {
    const query = parseQuery(text)
    return this.find(query, limit).flatMap((number) => {
      const row = this.statement(
        `SELECT ${summaryColumns}, sources.body FROM posts JOIN sources USING (id) WHERE number = ?`,
      ).get(number) as HitRow | undefined
      return row === undefined ? [] : [{ ...toSummary(row), snippet: snippetOf(row, query) }]
    })
  }

  /**
   * Posts outside the trash whose title has the letters of `query` in order, best first, the last edited first among
   * equals; without a query the last edited.
   */
  quickOpen(query: string, limit: number): TitleHit[] {
    const typed = fold(query).toLowerCase().replace(/\s+/g, '')
    const all = this.allTitles()
    const found =
      typed === ''
        ? all.map(({ id }) => ({ id, score: 0, marks: [] }))
        : all.flatMap(({ id, title }) => {
            const match = fuzzyMatch(typed, title)
            return match ? [{ id, ...match }] : []
          })
    const best = found.sort((a, b) => b.score - a.score).slice(0, limit)
    const read = this.statement(`SELECT ${summaryColumns} FROM posts WHERE id = ?`)
    return best.map(({ id, marks }) => ({ ...toSummary(read.get(id) as SummaryRow), marks }))
  }

  /** Every title outside the trash, last edited first; read again when anybody has written. */
  private allTitles(): readonly Title[] {
    const others = this.db.pragma('data_version', { simple: true })
    const own = this.statement('SELECT total_changes()').pluck().get()
    const version = `${others} ${own}`
    if (this.titles?.version === version) return this.titles.all
    const all = this.statement(
      'SELECT id, title FROM posts WHERE trashed_at IS NULL ORDER BY edited_at DESC, id DESC',
    ).all() as Title[]
    // What a transaction wrote may still be taken back.
    this.titles = this.db.inTransaction ? undefined : { version, all }
    return all
  }

  private find(query: SearchQuery, limit: number): number[] {
    const match = matchOf(query)
    const { sql, values } = conditionsOf(query)
    if (match === undefined) return sql.length === 0 ? [] : this.newest(sql, values, limit)
    const best = this.ranked('heads', match, { sql, values, limit })
    if (best.length >= limit) return best
    const known = new Set(best)
    const others = this.ranked('search', match, { sql, values, limit: limit + best.length })
    return [...best, ...others.filter((number) => !known.has(number))].slice(0, limit)
  }

  private newest(conditions: readonly string[], values: Values, limit: number): number[] {
    const where = ['posts.trashed_at IS NULL', ...conditions].join(' AND ')
    return this.numbers(
      `SELECT number FROM posts WHERE ${where} ORDER BY sort_at DESC, id DESC LIMIT ?`,
      ...values,
      limit,
    )
  }

  /** The inner query meets the rows of the index from the last one on, and stops when it has enough to rank. */
  private ranked(
    index: 'heads' | 'search',
    match: string,
    asked: { readonly sql: readonly string[]; readonly values: Values; readonly limit: number },
  ): number[] {
    const filter =
      asked.sql.length === 0
        ? `+${index}.rowid NOT IN (SELECT number FROM posts WHERE trashed_at IS NOT NULL)`
        : `EXISTS (SELECT 1 FROM posts WHERE number = ${index}.rowid AND trashed_at IS NULL AND ${asked.sql.join(' AND ')})`
    return this.numbers(
      `SELECT number FROM (
         SELECT rowid AS number, bm25(${index}, ${weights[index]}) AS score FROM ${index}
         WHERE ${index} MATCH ? AND ${filter} ORDER BY rowid DESC LIMIT ${mostRanked})
       ORDER BY score, number DESC LIMIT ?`,
      match,
      ...asked.values,
      asked.limit,
    )
  }

  private numbers(sql: string, ...values: Values): number[] {
    return this.statement(sql)
      .pluck()
      .all(...values) as number[]
  }

  private statement(sql: string): Database.Statement<(string | number)[]> {
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    const statement = this.db.prepare<(string | number)[]>(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

/** From the text, or from the summary when only that has the words. */
function snippetOf({ body, summary }: HitRow, { terms }: SearchQuery): string {
  const ofBody = cutSnippet(body, terms)
  if (terms.length === 0 || ofBody.includes('\uE000')) return ofBody
  const ofSummary = cutSnippet(summary, terms)
  return ofSummary.includes('\uE000') ? ofSummary : ofBody
}
