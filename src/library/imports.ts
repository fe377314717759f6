import type Database from 'better-sqlite3'
import type { ImportRecord } from './library'

/** What imports remember of each file, by the folder imported and the path in it. */
export class Imports {
  private readonly select
  private readonly replace

  constructor(db: Database.Database) {
    this.select = db.prepare<[string, string], ImportRecord>(
      'SELECT post, file_hash AS fileHash, snapshot FROM imports WHERE root = ? AND path = ?',
    )
    this.replace = db.prepare<[string, string, string, string, Uint8Array]>(
      'INSERT OR REPLACE INTO imports (root, path, post, file_hash, snapshot) VALUES (?, ?, ?, ?, ?)',
    )
  }

  get(root: string, path: string): ImportRecord | undefined {
    return this.select.get(root, path)
  }

  save(root: string, path: string, { post, fileHash, snapshot }: ImportRecord): void {
    this.replace.run(root, path, post, fileHash, snapshot)
  }
}
