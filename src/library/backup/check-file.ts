import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { hashOf, type VersionRow } from '../history'
import { findBreak, type Row } from '../update-log'

/** What a library file holds, as far as it can be read. */
export interface FileContents {
  readonly posts: number
  readonly updates: number
  readonly versions: number
  /** Originals that it speaks of, wherever they are. */
  readonly assets: number
}

/** What a check of a library file found. `problems` are sentences; a file without any is whole. */
export interface FileCheck {
  readonly problems: readonly string[]
  readonly contents: FileContents
}

/**
 * Checks a file that no process writes: SQLite's pages, every hash chain, every version, and the originals
 * inside it. Libraries of older formats as well. Opens it for reading alone, changes nothing, throws what
 * SQLite throws when it can't be read at all. Takes about a second for 100 MB.
 */
export function checkFile(file: string): FileCheck {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    const problems = (db.pragma('integrity_check') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((text) => text !== 'ok')
    // What stands on broken pages is not worth reading.
    if (problems.length === 0) {
      problems.push(
        ...chainProblems(db),
        ...versionProblems(db),
        ...originalProblems(db),
        ...nameProblems(db),
      )
    }
    return { problems, contents: contentsOf(db) }
  } finally {
    db.close()
  }
}

/** An original's file is named by its hash; another name might lead out of the library. */
function nameProblems(db: Database.Database): string[] {
  const odd = db
    .prepare<[], number>("SELECT count(*) FROM assets WHERE length(hash) <> 64 OR hash GLOB '*[^0-9a-f]*'")
    .pluck()
    .get()
  return odd ? [`${odd} files have names that none can have`] : []
}

export function contentsOf(db: Database.Database): FileContents {
  const count = (from: string) => db.prepare<[], number>(`SELECT count(*) FROM ${from}`).pluck().get() ?? 0
  return {
    posts: count("documents WHERE kind = 'post'"),
    updates: count('updates'),
    versions: hasTable(db, 'versions') ? count('versions') : 0,
    assets: count('assets'),
  }
}

export function hasTable(db: Database.Database, name: string): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined
}

/** The columns of a row of the log; those that an older format lacks are what they were by default. */
export function rowColumns(db: Database.Database): string {
  const names = db.prepare<[], string>("SELECT name FROM pragma_table_info('updates')").pluck().all()
  const link = names.includes('link') ? 'link' : 'NULL AS link'
  const format = names.includes('format') ? 'format' : '1 AS format'
  return `seq, at, device, bytes, hash, ${link}, ${format}`
}

function chainProblems(db: Database.Database): string[] {
  const documents = db.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck().all()
  const rows = db.prepare<[string], Row>(`SELECT ${rowColumns(db)} FROM updates WHERE draft = ? ORDER BY seq`)
  const problems: string[] = []
  for (const draft of documents) {
    const broken = findBreak(draft, rows.iterate(draft))
    if (broken !== undefined) problems.push(broken)
  }
  const strays = db
    .prepare<[], number>('SELECT count(*) FROM updates WHERE draft NOT IN (SELECT id FROM documents)')
    .pluck()
    .get()
  if (strays !== 0) problems.push(`${strays} updates belong to no document`)
  return problems
}

function versionProblems(db: Database.Database): string[] {
  if (!hasTable(db, 'versions')) return []
  const problems: string[] = []
  const rows = db.prepare<[], VersionRow & { hash: Buffer }>('SELECT * FROM versions')
  for (const { hash, ...row } of rows.iterate()) {
    if (!hashOf(row).equals(hash)) problems.push(`version ${row.id} of post ${row.draft} is damaged`)
  }
  return problems
}

function originalProblems(db: Database.Database): string[] {
  if (!hasTable(db, 'asset_files')) return []
  const pieces = db
    .prepare<[string], Uint8Array>('SELECT bytes FROM asset_files WHERE hash = ? ORDER BY piece')
    .pluck()
  const hashes = db.prepare<[], string>('SELECT DISTINCT hash FROM asset_files').pluck().all()
  return hashes.flatMap((hash) => {
    const digest = createHash('sha256')
    for (const piece of pieces.iterate(hash)) digest.update(piece)
    return digest.digest('hex') === hash ? [] : [`the original ${hash} is damaged`]
  })
}
