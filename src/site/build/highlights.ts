import { mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { createRenderCache, type HighlightStore, type RenderCache } from '../../markdown'
import { CacheDamage, seal, sha256, unseal } from './seal'

/** Above this what was kept is begun anew, in bytes. */
const mostBytes = 1024 * 1024 * 1024
/** What a thread remembers of a run, in characters: the same code in many posts is rare. */
const inMemory = 2_000_000

/** Coloured code and formulas of one thread: read from the disk, and gathered to be kept when they are new. */
export interface Highlights {
  readonly cache: RenderCache
  /** What was made since the last time, by key. */
  takeNew(): ReadonlyMap<string, string>
  /** Reads nothing from the disk any more. */
  close(): void
}

interface Reader {
  read(key: string): string | undefined
  close(): void
}
const nothing: Reader = { read: () => undefined, close: () => undefined }

/** @param file what a `HighlightKeeper` has written; nothing is remembered without one */
export function openHighlights(file: string | undefined): Highlights {
  let made = new Map<string, string>()
  let reader = file === undefined ? nothing : readerOf(file)
  const store: HighlightStore = {
    get: (key) => {
      const short = sha256(key)
      const found = made.get(short) ?? reader.read(short)
      return found
    },
    set: (key, html) => void made.set(sha256(key), html),
  }
  return {
    cache: createRenderCache(inMemory, file === undefined ? undefined : store),
    takeNew: () => {
      const taken = made
      made = new Map()
      return taken
    },
    close: () => {
      reader.close()
      reader = nothing
    },
  }
}

/** Reads what is there now; a file that can't be read has nothing. */
function readerOf(file: string): Reader {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 })
    const get = db.prepare<[string], string>('SELECT html FROM highlights WHERE key = ?').pluck()
    const read = (key: string) => {
      try {
        const html = get.get(key)
        return html === undefined ? undefined : unseal(key, html)
      } catch (error) {
        if (error instanceof Database.SqliteError || error instanceof CacheDamage) return undefined
        throw error
      }
    }
    return { read, close: db.close.bind(db) }
  } catch (error) {
    db?.close()
    if (error instanceof Database.SqliteError) return nothing
    throw error
  }
}

/** So many are written at once: enough to be quick, few enough to hold in memory. */
const batch = 2000

/** Keeps what was made for the exports to come. Never throws: what can't be kept is made again. */
export class HighlightKeeper {
  #made = new Map<string, string>()

  /** @param file nothing is kept without one */
  constructor(private readonly file: string | undefined) {}

  add(made: ReadonlyMap<string, string>): void {
    for (const [key, html] of made) this.#made.set(key, html)
    if (this.#made.size >= batch) this.flush()
  }

  flush(): void {
    const made = this.#made
    this.#made = new Map()
    if (this.file !== undefined && made.size > 0) keep(this.file, made)
  }
}

function keep(file: string, made: ReadonlyMap<string, string>): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) rmSync(file)
    write(file, made)
  } catch (error) {
    if (!hasCode(error)) throw error
    // A damaged one is begun anew by the next export; one that can't be written to now is left.
    if (/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(error.code)) removeIfPossible(file)
  }
}

const hasCode = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch (error) {
    if (!hasCode(error)) throw error // Whatever holds it, nothing is read from a damaged one.
  }
}

function write(file: string, made: ReadonlyMap<string, string>): void {
  const db = new Database(file, { timeout: 1000 })
  try {
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.exec('CREATE TABLE IF NOT EXISTS highlights (key TEXT PRIMARY KEY, html TEXT NOT NULL)')
    const put = db.prepare('INSERT OR REPLACE INTO highlights VALUES (?, ?)')
    db.transaction(() => {
      for (const [key, html] of made) put.run(key, seal(key, html))
    }).immediate()
  } finally {
    db.close()
  }
}
