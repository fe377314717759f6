import type Database from 'better-sqlite3'
import { newId, type PostId } from '../../document'
import type { DocumentStore } from '../document-store'
import { truthTables } from '../migrations'

interface Parts {
  readonly db: Database.Database
  readonly store: DocumentStore
}

interface Named {
  readonly id: PostId
  readonly title: string
}

/** How a backup differs from the present library. */
export interface Comparison {
  /** Posts that only the backup has: they would come back. */
  readonly added: readonly Named[]
  /** Posts that read otherwise in the backup. */
  readonly changed: readonly Named[]
  /** Posts that only the present library has: they would be gone. */
  readonly missing: readonly Named[]
}

const compared = [
  'title', 'summary', 'date', 'status', 'kind', 'tags', 'series', 'cover', 'language', 'canonical_url',
  'wanted_slug', 'trashed_at', 'released_at',
] // biome-ignore format: a list reads better in two lines

/** Compares the posts of two databases in the present format, by what their lists say. */
export function compareWith(db: Database.Database, file: string): Comparison {
  return attached(db, file, () => {
    const named = (sql: string) => db.prepare<[], Named>(`${sql} ORDER BY p.sort_at DESC, p.id DESC`).all()
    const differs = compared.map((column) => `p.${column} IS NOT q.${column}`).join(' OR ')
    return {
      added: named('SELECT id, title FROM chosen.posts p WHERE id NOT IN (SELECT id FROM main.posts)'),
      missing: named('SELECT id, title FROM main.posts p WHERE id NOT IN (SELECT id FROM chosen.posts)'),
      changed: named(
        `SELECT p.id, p.title FROM main.posts p JOIN chosen.posts q USING (id)
         JOIN main.sources s USING (id) JOIN chosen.sources t USING (id)
         WHERE ${differs} OR s.body <> t.body OR s.extra <> t.extra`,
      ),
    }
  })
}

/**
 * Puts the truth of another database in the place of this one's and builds the rest anew, in one transaction:
 * a process that is killed at any moment leaves the one or the other. Every update gets a new place in the
 * log, so that whoever listens hears of every document. Returns the number of posts; undefined, and nothing is
 * changed, when this database has updates which the backup `aside` lacks.
 */
export function putInPlace({ db, store }: Parts, file: string, aside: string): number | undefined {
  return attached(db, file, () =>
    attached(
      db,
      aside,
      () =>
        store.write(() => {
          if (!isCovered(db)) return undefined
          db.pragma('defer_foreign_keys = ON')
          store.dropProjection()
          for (const table of [...truthTables].reverse()) db.exec(`DELETE FROM main.${table}`)
          for (const table of truthTables) copyTable(db, table)
          db.prepare<[string]>("UPDATE local SET value = ? WHERE name = 'device'").run(newId<PostId>())
          db.prepare<[string]>("INSERT OR REPLACE INTO local (name, value) VALUES ('restored_at', ?)").run(
            String(Date.now()),
          )
          store.rebuildProjection()
          return db.prepare<[], number>('SELECT count(*) FROM main.posts').pluck().get() ?? 0
        }),
      'aside',
    ),
  )
}

/** Whether the backup that was just made has the last update of every document, and every version. */
function isCovered(db: Database.Database): boolean {
  const newer = db
    .prepare(
      `SELECT draft, max(seq) FROM main.updates GROUP BY draft
       EXCEPT SELECT draft, max(seq) FROM aside.updates GROUP BY draft`,
    )
    .get()
  const versions = db
    .prepare('SELECT id, name FROM main.versions EXCEPT SELECT id, name FROM aside.versions')
    .get()
  return newer === undefined && versions === undefined
}

function copyTable(db: Database.Database, table: string): void {
  const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const columns = names.filter((name) => name !== 'position').join(', ')
  const order = names.includes('position') ? ' ORDER BY position' : ''
  db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM chosen.${table}${order}`)
}

function attached<Result>(db: Database.Database, file: string, work: () => Result, name = 'chosen'): Result {
  db.prepare<[string]>(`ATTACH ? AS ${name}`).run(file)
  try {
    return work()
  } finally {
    db.exec(`DETACH ${name}`)
  }
}
