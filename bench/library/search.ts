import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Sources } from '../load.ts'
import { quantile } from '../measure.ts'
import { milliseconds, printTable, times } from '../table.ts'

const rounds = 10
/**
 * Typed letter by letter, as one searches. The corpus has some 270 words, each in nearly every post: a worst case.
 * A quotation mark is typed too; a query that ends with a space is of whole words alone.
 */
const typed = {
  'words, letter by letter': ['queue', 'lock cache', 'buffer overflow', 'index page ', 'replica', 'thread'],
  'phrases, letter by letter': ['"cold cache', '"the index', '"a stale snapshot'],
}
const titles = ['cache', 'smallindex', 'stale', 'rtc']
/** Above this size the parts of the table that wait for whole seconds of a bare query are done once. */
const manyPosts = 50_000

/**
 * Search as one types, with everything that the list shows of a hit, against a bare query of FTS5 of the same kind
 * on an index of the same texts: bm25, the best 20, a snippet, beginnings of one to three letters indexed. The aims:
 * at most 1.3 times, and 8 ms at 10,000 posts (p50). Quick open has no peer.
 */
export function benchSearch({ library }: Sources, path: string, posts: number): void {
  const opened = library.openLibrary(path)
  const bare = openBare(path)
  const rows: string[][] = []
  for (const [kind, queries] of Object.entries(typed)) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round <= (posts > manyPosts ? 2 : rounds); round++) {
      for (const query of queries.flatMap(lettersOf)) {
        const measured = [
          time(() => opened.search(query, { limit: 20 })),
          time(() => bare.search(query)),
        ] as const
        // The first round only warms up.
        if (round === 0) continue
        ours.push(measured[0])
        theirs.push(measured[1])
      }
    }
    const [a, b] = [quantiles(ours), quantiles(theirs)]
    rows.push([`Longhand: ${kind}`, ...a.map(milliseconds)])
    rows.push(['bare FTS5', ...b.map(milliseconds)])
    rows.push(['ratio', ...a.map((value, n) => times(value / (b[n] ?? Number.NaN)))])
  }
  bare.close()
  const opening = Array.from({ length: rounds }, () => titles.flatMap(lettersOf)).flat()
  const taken = opening.map((letters) => time(() => opened.quickOpen(letters, 30)))
  rows.push(['quick open', ...quantiles(taken).map(milliseconds)])
  opened.close()
  printTable(
    `Search as one types in ${posts.toLocaleString()} posts (aim: at most 1.30×; p50 8 ms at 10,000)`,
    ['', 'p50', 'p95', 'p99'],
    rows,
  )
}

const lettersOf = (query: string) => Array.from(query, (_, n) => query.slice(0, n + 1))
const quantiles = (values: readonly number[]) => [0.5, 0.95, 0.99].map((q) => quantile(values, q))

/** The same texts in an index that keeps them, in memory. */
function openBare(path: string) {
  const db = new Database(':memory:')
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (title, tags, summary, body, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 2")`,
  )
  db.prepare('ATTACH ? AS library').run(join(path, 'library.sqlite'))
  db.exec(`INSERT INTO bare (rowid, title, tags, summary, body)
    SELECT number, title, tags, summary, body FROM library.posts JOIN library.sources USING (id)`)
  db.exec('DETACH library')
  // Sorted by rank, FTS5 cuts snippets of the best 20 alone; by an expression it would cut them of every post.
  db.exec("INSERT INTO bare (bare, rank) VALUES ('rank', 'bm25(10.0, 5.0, 3.0, 1.0)')")
  const query = db.prepare<[string]>(
    `SELECT rowid, title, snippet(bare, 3, '[', ']', '…', 24) FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 20`,
  )
  return {
    search: (typedSoFar: string) => {
      const match = matchOf(typedSoFar)
      return match === '' ? [] : query.all(match)
    },
    close: () => db.close(),
  }
}

/** Words, or one phrase that begins with a quotation mark; the last word by its beginning. */
function matchOf(query: string): string {
  const words = query.replace(/^"/, '').split(' ').filter(Boolean)
  const isPrefix = /\S$/.test(query)
  const parts = query.startsWith('"') ? [words.join(' ')].filter(Boolean) : words
  return parts.map((part, n) => `"${part}"${isPrefix && n === parts.length - 1 ? ' *' : ''}`).join(' AND ')
}

function time(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
