import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { LonghandError, type PostId, type SiteId } from '../document'
import type { LoggedUpdate } from './library'

export type DocumentId = PostId | SiteId

/** When, epoch ms, and by which device. */
export interface Stamp {
  readonly at: number
  readonly device: string
}

/** How the bytes of a row are to be read: Yjs's first format, as updates come; its second, a third of the size. */
type Format = 1 | 2

/** A row of the log as it is read: what it says has been checked against its hash. */
export interface CheckedUpdate extends LoggedUpdate {
  readonly format: Format
}

export interface Row {
  seq: number
  at: number
  device: string
  bytes: Uint8Array
  format: Format
  hash: Buffer
  /** What the next row follows, when it isn't this row's hash. Such a row begins a chain anew: it follows its link. */
  link: Buffer | null
}

/** The hash of a row: SHA-256 over the hash before it and everything the row says. */
export function rowHash(previous: Uint8Array, draft: string, row: Omit<Row, 'hash' | 'link'>): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`\n${draft}\n${row.seq}\n${row.at}\n${row.device}\n${row.bytes.byteLength}\n`)
    .update(row.format === 1 ? '' : `${row.format}\n`)
    .update(row.bytes)
    .digest()
}

const genesis = new Uint8Array(0)

/**
 * Whether a row is what it was when it was written, following `previous` or its own link. On a damaged page a
 * value may have changed its type as well.
 */
function isIntact(previous: Uint8Array, draft: string, { hash, link, ...row }: Row): boolean {
  if (!isBytes(hash) || !isBytes(row.bytes) || (link !== null && !isBytes(link))) return false
  return rowHash(link ?? previous, draft, row).equals(hash)
}

/** Also of what the types say is bytes anyway. */
const isBytes = (value: unknown) => value instanceof Uint8Array

export function damagedUpdate(draft: string, seq: number, cause?: unknown): LonghandError {
  return new LonghandError(
    'corrupt-library',
    `Update ${seq} of document ${draft} is damaged. Nothing was changed; “longhand verify --repair” sets it aside and keeps the rest.`,
    { cause },
  )
}

/** The truth of the library: every update of every document, append only, hash-chained per document. */
export class UpdateLog {
  private readonly thisDevice
  private readonly insert
  private readonly insertAt
  private readonly removeAll
  private readonly firstAt
  private readonly last
  private readonly lastStamp
  private readonly lastPosition
  private readonly from
  private readonly all
  private readonly changed

  constructor(
    db: Database.Database,
    private readonly now: () => number,
  ) {
    this.thisDevice = db.prepare<[], string>("SELECT value FROM local WHERE name = 'device'").pluck()
    this.insert = db.prepare<[string, number, number, string, Uint8Array, Buffer]>(
      'INSERT INTO updates (draft, seq, at, device, bytes, hash) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.insertAt = db.prepare<[number, string, number, number, string, Uint8Array, Format, Buffer, Buffer]>(
      `INSERT INTO updates (position, draft, seq, at, device, bytes, format, hash, link)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.removeAll = db.prepare<[string]>('DELETE FROM updates WHERE draft = ?')
    this.firstAt = db
      .prepare<[string], number>('SELECT at FROM updates WHERE draft = ? ORDER BY seq LIMIT 1')
      .pluck()
    this.lastStamp = db.prepare<[string], { seq: number; at: number; device: string }>(
      'SELECT seq, at, device FROM updates WHERE draft = ? ORDER BY seq DESC LIMIT 1',
    )
    this.lastPosition = db
      .prepare<[string], number>('SELECT position FROM updates WHERE draft = ? ORDER BY seq DESC LIMIT 1')
      .pluck()
    this.last = db.prepare<[string], Row>(
      'SELECT seq, at, device, bytes, format, hash, link FROM updates WHERE draft = ? ORDER BY seq DESC LIMIT 1',
    )
    this.from = db.prepare<[string, number], Row>(
      'SELECT seq, at, device, bytes, format, hash, link FROM updates WHERE draft = ? AND seq >= ? ORDER BY seq',
    )
    this.all = db.prepare<[string], Row>(
      'SELECT seq, at, device, bytes, format, hash, link FROM updates WHERE draft = ? ORDER BY seq',
    )
    this.changed = db.prepare<[number], { draft: DocumentId; position: number }>(
      'SELECT draft, max(position) AS position FROM updates WHERE position > ? GROUP BY draft',
    )
  }

  /**
   * The id of this installation. It is another one once a backup was put in the library's place, by whichever
   * process: what is in memory of a document then is of no use.
   */
  device(): string {
    const device = this.thisDevice.get()
    if (device !== undefined) return device
    throw new Database.SqliteError('the library lacks the id of its device', 'SQLITE_CORRUPT')
  }

  /** Now, and this device. */
  stamp(): Stamp {
    return { at: this.now(), device: this.device() }
  }

  /** Appends one update. Call it inside a transaction. */
  append(draft: DocumentId, bytes: Uint8Array): { seq: number; at: number } {
    const last = this.last.get(draft)
    const row = { seq: (last?.seq ?? 0) + 1, ...this.stamp(), bytes, format: 1 as const }
    this.insert.run(
      draft,
      row.seq,
      row.at,
      row.device,
      bytes,
      rowHash(last?.link ?? last?.hash ?? genesis, draft, row),
    )
    return row
  }

  /** Number, time and device of the last update; zeros when there is none. */
  head(draft: DocumentId): { seq: number; at: number; device: string } {
    return this.lastStamp.get(draft) ?? { seq: 0, at: 0, device: '' }
  }

  /**
   * Puts one row in place of all, which must be the whole document up to the last. It keeps the place, number,
   * time and device of the last row, and the next one follows what it would have followed. Call it inside a
   * transaction.
   * @param bytes the document in Yjs's second format
   */
  replaceAll(draft: DocumentId, bytes: Uint8Array): void {
    const last = this.last.get(draft)
    const position = this.lastPosition.get(draft)
    if (last === undefined || position === undefined) return
    const link = last.link ?? last.hash
    const { seq, at, device } = last
    this.removeAll.run(draft)
    const hash = rowHash(link, draft, { seq, at, device, bytes, format: 2 })
    this.insertAt.run(position, draft, seq, at, device, bytes, 2, hash, link)
  }

  /** The time of the first row, epoch ms; 0 when there is none. */
  first(draft: DocumentId): number {
    return this.firstAt.get(draft) ?? 0
  }

  /**
   * The updates after number `seq`, in order. Throws `corrupt-library` when one isn't what its hash says: a
   * changed bit could read as another text.
   */
  updatesAfter(draft: DocumentId, seq: number): CheckedUpdate[] {
    const rows = this.from.all(draft, seq)
    // The row that they follow; rows that stand for it, or nothing, begin a chain themselves.
    const anchor = seq > 0 && rows[0]?.seq === seq ? rows.shift() : undefined
    let previous = anchor?.link ?? anchor?.hash ?? genesis
    return rows.map((row) => {
      if (!isIntact(previous, draft, row)) throw damagedUpdate(draft, row.seq)
      previous = row.link ?? row.hash
      return { seq: row.seq, bytes: row.bytes, format: row.format }
    })
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
    return findBreak(draft, this.all.all(draft))
  }
}

/** A sentence for the first of a document's rows that doesn't fit; undefined when all do. */
export function findBreak(draft: string, rows: Iterable<Row>): string | undefined {
  let previous: Uint8Array = genesis
  let expected: number | undefined
  for (const row of rows) {
    // The first row may stand for those before it.
    expected ??= row.link === null ? 1 : row.seq
    if (row.seq !== expected) return `update ${expected} of document ${draft} is missing`
    if (!isIntact(previous, draft, row)) return `update ${row.seq} of document ${draft} is damaged`
    previous = row.link ?? row.hash
    expected++
  }
  return expected === undefined ? `document ${draft} has no updates` : undefined
}
