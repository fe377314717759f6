import type Database from 'better-sqlite3'
import type { PostId, PostSummary } from '../document'
import { type SummaryRow, summaryColumns, toSummary } from './rows'
import { conditionsOf, matchOf, parseQuery } from './search/query'
import { titleOrder } from './title-order'

type ListView = 'all' | 'draft' | 'published' | 'changed' | 'page' | 'trash'
type SortBy = 'date' | 'edited' | 'title' | 'words'

/** Which posts a list shows and in which order. */
export interface ListRequest {
  readonly view: ListView
  readonly tag?: string | undefined
  readonly series?: string | undefined
  /** In the language of the search. */
  readonly query?: string | undefined
  readonly sort: { readonly by: SortBy; readonly descending: boolean }
}

export type ListCounts = Readonly<Record<ListView, number>>

const views: Readonly<Record<ListView, string>> = {
  all: 'posts.trashed_at IS NULL',
  draft: "posts.trashed_at IS NULL AND posts.status = 'draft'",
  published: "posts.trashed_at IS NULL AND posts.status = 'published'",
  changed: 'posts.trashed_at IS NULL AND posts.has_changes = 1',
  page: "posts.trashed_at IS NULL AND posts.kind = 'page'",
  trash: 'posts.trashed_at IS NOT NULL',
}

const orders: Readonly<Record<SortBy, string>> = {
  date: 'posts.sort_at',
  edited: 'posts.edited_at',
  title: 'title_order(posts.title)',
  words: 'posts.words',
}

/** Parts of lists, read from the projection; however long a list is, a part of it is a few milliseconds' work. */
export class Lists {
  private readonly statements = new Map<string, Database.Statement<(string | number)[]>>()

  /** @param catchUp brings the search index up to date */
  constructor(
    private readonly db: Database.Database,
    private readonly catchUp: () => void,
  ) {
    db.function('title_order', { deterministic: true }, (title) => titleOrder(String(title)))
  }

  /** The posts at `offset` of a list, at most `limit`, and how many it has. */
  page(request: ListRequest, offset: number, limit: number): { total: number; posts: PostSummary[] } {
    const { where, values } = this.conditions(request)
    const total = this.statement(`SELECT count(*) FROM posts WHERE ${where}`)
      .pluck()
      .get(...values) as number
    const rows = this.statement(
      `SELECT ${summaryColumns} FROM posts WHERE ${where} ORDER BY ${orderOf(request)} LIMIT ? OFFSET ?`,
    ).all(...values, limit, offset) as SummaryRow[]
    return { total, posts: rows.map(toSummary) }
  }

  /** Where a post stands in a list, from 0; -1 when it isn't in it. */
  position(request: ListRequest, id: PostId): number {
    const { where, values } = this.conditions(request)
    const place = this.statement(
      `SELECT place FROM (SELECT posts.id, row_number() OVER (ORDER BY ${orderOf(request)}) AS place FROM posts WHERE ${where})
       WHERE id = ?`,
    )
      .pluck()
      .get(...values, id) as number | undefined
    return (place ?? 0) - 1
  }

  counts(): ListCounts {
    const names = Object.keys(views) as ListView[]
    const sums = names.map((name) => `coalesce(sum(${views[name]}), 0) AS "${name}"`)
    return this.statement(`SELECT ${sums.join(', ')} FROM posts`).get() as ListCounts
  }

  private conditions({ view, tag, series, query }: ListRequest): {
    where: string
    values: (string | number)[]
  } {
    const where = [views[view]]
    const values: (string | number)[] = []
    const add = (sql: string, value: string) => {
      where.push(sql)
      values.push(value)
    }
    if (tag !== undefined) add('posts.id IN (SELECT id FROM post_tags WHERE tag = ?)', tag)
    if (series !== undefined) add('posts.series = ?', series)
    if (query !== undefined) {
      const parsed = parseQuery(query)
      const { sql, values: more } = conditionsOf(parsed)
      where.push(...sql)
      values.push(...more)
      const match = matchOf(parsed)
      if (match !== undefined) {
        this.catchUp()
        add('posts.number IN (SELECT rowid FROM search WHERE search MATCH ?)', match)
      }
    }
    return { where: where.join(' AND '), values }
  }

  private statement(sql: string): Database.Statement<(string | number)[]> {
    const known = this.statements.get(sql)
    if (known !== undefined) return known.pluck(false)
    const statement = this.db.prepare<(string | number)[]>(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

function orderOf({ sort: { by, descending } }: ListRequest): string {
  const way = descending ? 'DESC' : 'ASC'
  return `${orders[by]} ${way}, posts.id ${way}`
}
