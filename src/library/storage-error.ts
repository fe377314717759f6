import Database from 'better-sqlite3'
import { type ErrorCode, LonghandError } from '../document'

const sentences: Partial<Record<ErrorCode, (path: string) => string>> = {
  'disk-full': (path) =>
    `The disk that holds ${path} is full. Nothing that was saved is lost; make room and it goes on.`,
  'no-permission': (path) =>
    `Longhand may not write to ${path}. Nothing was changed; give yourself write permission or choose another folder.`,
  busy: (path) => `Another program keeps ${path} busy. Nothing was changed; try again in a moment.`,
  io: (path) =>
    `The disk that holds ${path} reported an error. What was saved before is kept; check the disk.`,
  'corrupt-library': (path) =>
    `The library ${path} is damaged. It was left as it is. “longhand verify --repair” saves what can be saved, and keeps the damaged files.`,
}

const bySqlite: readonly [RegExp, ErrorCode][] = [
  [/^SQLITE_FULL/, 'disk-full'],
  [/^SQLITE_(READONLY|PERM|AUTH|CANTOPEN)/, 'no-permission'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(CORRUPT|NOTADB|SCHEMA)/, 'corrupt-library'],
  [/^SQLITE_(IOERR|NOMEM|PROTOCOL)/, 'io'],
]
const bySystem: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  EIO: 'io',
  // A drive that was pulled, or a share that went away.
  ENOENT: 'io',
  ENOTDIR: 'io',
  ENXIO: 'io',
  ENODEV: 'io',
  ESTALE: 'io',
  EMFILE: 'io',
  ENFILE: 'io',
  EBUSY: 'io',
}

/**
 * What went wrong below, told to the writer. Errors of SQLite and of the file system become a
 * `LonghandError` about `path`; anything else is returned as it is.
 */
export function storageError(error: unknown, path: string): unknown {
  const code = codeOf(error)
  const sentence = code && sentences[code]
  return sentence ? new LonghandError(code, sentence(path), { cause: error }) : error
}

function codeOf(error: unknown): ErrorCode | undefined {
  // Only what this house wrote itself is read as JSON.
  if (error instanceof SyntaxError) return 'corrupt-library'
  if (error instanceof Database.SqliteError) {
    if (/\bfts5\b.*(format|corrupt)/.test(error.message)) return 'corrupt-library'
    return bySqlite.find(([pattern]) => pattern.test(error.code))?.[1]
  }
  if (error instanceof Error && 'code' in error && !(error instanceof LonghandError)) {
    return bySystem[String(error.code)]
  }
  return undefined
}
