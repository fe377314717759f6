import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { PostId, SiteId } from '../document'
import type { LoggedUpdate } from './library'

export type DocumentId = PostId | SiteId

/** When, epoch ms, and by which device. */
export interface Stamp {
  readonly at: number
  readonly device: string
}

interface Row {
  seq: number
  at: number
  device: string
  bytes: Uint8Array
  hash: Buffer
}

/** The hash of a row: SHA-256 over the hash before it and everything the row says. */
function rowHash(previous: Uint8Array, draft: string, row: Omit<Row, 'hash'>): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`\n${draft}\n${row.seq}\n${row.at}\n${row.device}\n${row.bytes.byteLength}\n`)
    .update(row.bytes)
    .digest()
}

const genesis = new Uint8Array(0)

/** The truth of the library: every update of every document, append only, hash-chained per document. */
export class UpdateLog {
  private readonly insert
  private readonly last
  private readonly after
  private readonly all
  private readonly changed

  constructor(
    db: Database.Database,
    private readonly device: string,
    private readonly now: () => number,
  ) {
    this.insert = db.prepare<[string, number, number, string, Uint8Array, Buffer]>(
      'INSERT INTO updates (draft, seq, at, device, bytes, hash) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.last = db.prepare<[string], Row>(
      'SELECT seq, at, device, bytes, hash FROM updates WHERE draft = ? ORDER BY seq DESC LIMIT 1',
    )
    this.after = db.prepare<[string, number], LoggedUpdate>(
      'SELECT seq, bytes FROM updates WHERE draft = ? AND seq > ? ORDER BY seq',
    )
    this.all = db.prepare<[string], Row>(
      'SELECT seq, at, device, bytes, hash FROM updates WHERE draft = ? ORDER BY seq',
    )
    this.changed = db.prepare<[number], { draft: DocumentId; position: number }>(
      'SELECT draft, max(position) AS position FROM updates WHERE position > ? GROUP BY draft',
    )
  }

  /** Now, and this device. */
  stamp(): Stamp {
    return { at: this.now(), device: this.device }
  }

  /** Appends one update. Call it inside a transaction. */
  append(draft: DocumentId, bytes: Uint8Array): { seq: number; at: number } {
    const last = this.last.get(draft)
    const row = { seq: (last?.seq ?? 0) + 1, at: this.now(), device: this.device, bytes }
    this.insert.run(draft, row.seq, row.at, row.device, bytes, rowHash(last?.hash ?? genesis, draft, row))
    return row
  }

  /** The number and time of the last update; zeros when there is none. */
  head(draft: DocumentId): { seq: number; at: number } {
    return this.last.get(draft) ?? { seq: 0, at: 0 }
  }

  updatesAfter(draft: DocumentId, seq: number): LoggedUpdate[] {
    return this.after.all(draft, seq)
  }

  /** Which documents have updates after `position`, and the new position. */
  changesSince(position: number): { documents: DocumentId[]; position: number } {
    const rows = this.changed.all(position)
    return {
      documents: rows.map((row) => row.draft),
      position: rows.reduce((highest, row) => Math.max(highest, row.position), position),
    }
  }

  /** Walks one document's chain; returns a sentence for the first row that doesn't fit, or undefined. */
  findBreak(draft: DocumentId): string | undefined {
    let previous: Uint8Array = genesis
    let expected = 1
    for (const row of this.all.all(draft)) {
      if (row.seq !== expected) return `update ${expected} of document ${draft} is missing`
      const { hash, ...content } = row
      if (!rowHash(previous, draft, content).equals(hash))
        return `update ${row.seq} of document ${draft} is damaged`
      previous = hash
      expected++
    }
    return expected === 1 ? `document ${draft} has no updates` : undefined
  }
}
