import type Database from 'better-sqlite3'
import type { RepairedDocument } from './repair-document'

/** Tables with rows of a document that go when it is lost, before the document itself. */
const dependents = [
  'DELETE FROM imports WHERE post = ?',
  'DELETE FROM desks WHERE post = ?',
  'DELETE FROM versions WHERE draft = ?',
  'DELETE FROM documents WHERE id = ?',
]

/**
 * Puts a document's log in the place of what there is of it, and its damaged rows into `damaged`, as they were
 * found. A lost document is taken out. Call it inside a transaction.
 * @param now epoch ms
 */
export function writeDocument(db: Database.Database, repaired: RepairedDocument, now: number): void {
  const { id, kind, rows, damaged } = repaired
  const aside = db.prepare(
    'INSERT INTO damaged (draft, seq, at, device, bytes, hash, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  for (const row of damaged) aside.run(id, row.seq, row.at, row.device, row.bytes, row.hash, now)
  db.prepare('DELETE FROM updates WHERE draft = ?').run(id)
  if (rows.length === 0) {
    for (const sql of dependents) db.prepare(sql).run(id)
    return
  }
  db.prepare('INSERT OR IGNORE INTO documents (id, kind) VALUES (?, ?)').run(id, kind)
  const insert = db.prepare(
    'INSERT INTO updates (draft, seq, at, device, bytes, format, hash, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { seq, at, device, bytes, format, hash, link } of rows)
    insert.run(id, seq, at, device, bytes, format, hash, link)
}
