import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import type { Sources } from '../load.ts'
import { longPost } from '../long-post.ts'
import { quantile } from '../measure.ts'
import { milliseconds, printTable, times } from '../table.ts'

const rounds = 10
const perRound = 60

/**
 * The commit of an edit, with lists and index, against a bare insert of the same bytes with
 * `synchronous=FULL` in the same file system; the two take turns. The aim: p99 at most 5 times.
 */
export function benchCommit({ library }: Sources): void {
  // On a disk: in memory there is nothing to wait for.
  const folder = mkdtempSync(join(tmpdir(), 'longhand-bench-'))
  const opened = library.openLibrary(join(folder, 'library'), { create: true })
  const bare = openBare(join(folder, 'bare.sqlite'))
  const sizes = [250, 1000].map((lines) => ({ lines, ...typist(opened, longPost(lines)) }))
  const rows: string[][] = []
  for (const { lines, characters, type } of sizes) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const updates = Array.from({ length: perRound }, type)
      const measured = updates.map(({ append }) => time(append))
      const floor = updates.map(({ bytes }) => time(() => bare.insert(bytes)))
      // The first round only warms up.
      if (round === 0) continue
      ours.push(...measured)
      theirs.push(...floor)
    }
    const of = (values: readonly number[]) => [0.5, 0.95, 0.99].map((q) => quantile(values, q))
    const [a, b] = [of(ours), of(theirs)]
    rows.push([`edit of a post of ${characters.toLocaleString()} characters`, ...a.map(milliseconds)])
    rows.push(['bare insert', ...b.map(milliseconds)])
    rows.push([`ratio (${lines} lines)`, ...a.map((value, n) => times(value / (b[n] ?? Number.NaN)))])
  }
  opened.close()
  bare.close()
  rmSync(folder, { recursive: true })
  printTable(
    'Commit of an edit with lists and index (aim: p99 at most 5.00×)',
    ['', 'p50', 'p95', 'p99'],
    rows,
  )
}

type Library = ReturnType<Sources['library']['openLibrary']>

/** Somebody who types a letter at a time into the middle of a post. */
function typist(library: Library, text: string) {
  const { id } = library.createPost({ title: 'A post', body: text })
  const doc = new Y.Doc({ gc: false })
  Y.applyUpdate(doc, library.openDraft(id).state)
  const body = doc.getText('body')
  let at = Math.floor(body.length / 2)
  return {
    characters: text.length,
    type: () => {
      const before = Y.encodeStateVector(doc)
      body.insert(at, 'abcdefghij klmnop'.charAt(at % 17))
      at++
      const bytes = Y.encodeStateAsUpdate(doc, before)
      return { bytes, append: () => library.appendUpdate(id, bytes) }
    },
  }
}

function openBare(file: string) {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE updates (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)')
  const insert = db.prepare<[Uint8Array]>('INSERT INTO updates (bytes) VALUES (?)')
  return { insert: (bytes: Uint8Array) => insert.run(bytes), close: () => db.close() }
}

function time(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
