import { join } from 'node:path'
import Database from 'better-sqlite3'
import { quantile } from '../measure.ts'
import { milliseconds, printTable, times } from '../table.ts'
import type { Sources } from './load.ts'

const rounds = 20
/** Typed letter by letter, as one searches; the corpus has few words, so that each is in many posts. */
const queries = ['queue', 'lock cache', 'buffer overflow', 'parser', 'index page', 'replica', 'thread', 'st']

/**
 * Search as one types, with everything that the list shows of a hit, against a bare query of FTS5 of the same kind
 * on an index of the same texts: bm25, the best 20, a snippet, prefixes indexed. The aims: at most 1.3 times, and
 * 8 ms at 10,000 posts (p50).
 */
export function benchSearch({ library }: Sources, path: string, posts: number): void {
  const opened = library.openLibrary(path)
  const bare = openBare(path)
  const typed = queries.flatMap((query) => Array.from(query, (_, n) => query.slice(0, n + 1)))
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    for (const query of typed) {
      const measured = [
        time(() => opened.search(query, { limit: 20 })),
        time(() => bare.search(query)),
      ] as const
      if (round === 0) continue
      ours.push(measured[0])
      theirs.push(measured[1])
    }
  }
  opened.close()
  bare.close()
  const of = (values: readonly number[]) => [0.5, 0.95, 0.99].map((q) => quantile(values, q))
  const [a, b] = [of(ours), of(theirs)]
  printTable(
    `Search as one types in ${posts.toLocaleString()} posts (aim: at most 1.30×; p50 8 ms at 10,000)`,
    ['', 'p50', 'p95', 'p99'],
    [
      ['Longhand', ...a.map(milliseconds)],
      ['bare FTS5', ...b.map(milliseconds)],
      ['ratio', ...a.map((value, n) => times(value / (b[n] ?? Number.NaN)))],
    ],
  )
}

/** The same texts in an index that keeps them, in memory. */
function openBare(path: string) {
  const db = new Database(':memory:')
  db.exec(
    `CREATE VIRTUAL TABLE bare USING fts5 (title, tags, summary, body, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
  )
  db.prepare('ATTACH ? AS library').run(join(path, 'library.sqlite'))
  db.exec(`INSERT INTO bare (rowid, title, tags, summary, body)
    SELECT number, title, tags, summary, body FROM library.posts JOIN library.sources USING (id)`)
  db.exec('DETACH library')
  const query = db.prepare<[string]>(
    `SELECT rowid, title, snippet(bare, 3, '[', ']', '…', 24) FROM bare WHERE bare MATCH ? ORDER BY bm25(bare, 10, 5, 3, 1) LIMIT 20`,
  )
  return {
    search: (typed: string) => {
      const words = typed.trim().split(/\s+/)
      return query.all(words.map((word, n) => `"${word}"${n === words.length - 1 ? ' *' : ''}`).join(' AND '))
    },
    close: () => db.close(),
  }
}

function time(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
