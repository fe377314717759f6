import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import { openReadOnly } from '../database'
import { flushFile, flushFolder } from '../flush'
import { storageError } from '../storage-error'
import { type BackupKind, openForReading, readLabel, writeLabel } from './backup-file'
import { checkFile } from './check-file'
import {
  copyOriginals,
  originalsBeside,
  originalsOf,
  originalsTable,
  packOriginals,
  stopIfAborted,
} from './originals'

export interface BackupJob {
  /** The library's folder. */
  readonly libraryPath: string
  /** Where the backup goes; the folder must be there. */
  readonly file: string
  readonly kind: BackupKind
  /** epoch ms */
  readonly at: number
  /** `inside`: the one file is the whole library. `beside`: in `assets/` next to it, shared by backups. */
  readonly originals: 'inside' | 'beside'
  /** Keeps a copy of a damaged library too: one that is set aside before something is done to it. */
  readonly acceptsDamage?: boolean
}

export interface BackupProgress {
  readonly step: string
  readonly done: number
  readonly total: number
}

export interface JobControls {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined
}

export interface BackupResult {
  readonly file: string
  /** bytes */
  readonly size: number
  readonly posts: number
  /** Sentences about originals that the library itself lacks. */
  readonly warnings: readonly string[]
}

/** Pages that are copied at once, 4 KiB each: a few milliseconds, after which others have their turn. */
const pagesAtOnce = 500

/**
 * Copies a library that may be open and written to into one file, by a connection of its own: what is
 * committed meanwhile is not in it. The copy has its name only after it was flushed, opened again and
 * checked to the last hash; until then, and when anything fails, what had the name stays.
 * Throws `disk-full`, `no-permission`, `io`, `cancelled`, `corrupt-library` when the copy is not whole.
 */
export async function writeBackup(job: BackupJob, controls: JobControls = {}): Promise<BackupResult> {
  const temporary = `${job.file}.${process.pid}.part`
  removeLeftovers(job.file)
  try {
    const heads = await copyDatabase(job.libraryPath, temporary, controls)
    const lost = await completeCopy(temporary, job, controls)
    controls.onProgress?.({ step: 'Checking the backup', done: 0, total: 0 })
    if (job.acceptsDamage !== true) checkCopy(temporary, heads)
    stopIfAborted(controls.signal)
    renameSync(temporary, job.file)
    flushFolder(dirname(job.file))
    return { file: job.file, ...describe(job.file), warnings: lost.map(lostOriginal) }
  } catch (error) {
    throw storageError(error, dirname(job.file))
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${temporary}${end}`, { force: true })
  }
}

const lostOriginal = (name: string) => `The library itself lacks the original ${name}, or it is damaged.`

/** Copies every page as of one moment, and returns the number of the last update of each document then. */
async function copyDatabase(
  libraryPath: string,
  file: string,
  { signal, onProgress }: JobControls,
): Promise<ReadonlyMap<string, number>> {
  const source = openReadOnly(libraryPath)
  try {
    // One view for the whole copy: without it, each commit of another connection would begin the copy anew.
    source.exec('BEGIN')
    const heads = new Map(
      source.prepare<[], [string, number]>('SELECT draft, max(seq) FROM updates GROUP BY draft').raw().all(),
    )
    await source.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        stopIfAborted(signal)
        onProgress?.({ step: 'Copying', done: totalPages - remainingPages, total: totalPages })
        return pagesAtOnce
      },
    })
    return heads
  } finally {
    source.close()
  }
}

/** Makes the copy one file without companions, with its label and its originals. Returns those that are lost. */
async function completeCopy(file: string, job: BackupJob, controls: JobControls): Promise<string[]> {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('synchronous = FULL')
    const hashes = originalsOf(db)
    const onDone = (done: number) =>
      controls.onProgress?.({ step: 'Copying originals', done, total: hashes.length })
    const from = join(job.libraryPath, 'assets')
    const originals = { hashes, signal: controls.signal, onDone }
    if (job.originals === 'inside') db.exec(originalsTable)
    const lost =
      job.originals === 'inside'
        ? await packOriginals(from, db, originals)
        : await copyOriginals(from, originalsBeside(job.file), originals)
    writeLabel(db, job.at, job.kind)
    const paths = db.prepare<[string], string>('SELECT path FROM assets WHERE hash = ?').pluck()
    return lost.map((hash) => paths.get(hash) ?? hash)
  } finally {
    db.close()
    flushFile(file)
  }
}

/** Opens the copy again and refuses it unless it is whole and holds every update that was there at the start. */
function checkCopy(file: string, heads: ReadonlyMap<string, number>): void {
  const { problems, contents } = checkFile(file)
  if (problems.length > 0) throw notWhole(problems[0] ?? '')
  const db = openForReading(file)
  try {
    const label = readLabel(db)
    if (label === undefined || label.posts !== contents.posts || label.updates !== contents.updates)
      throw notWhole('it does not hold what its label says')
    const head = db.prepare<[string], number>('SELECT max(seq) FROM updates WHERE draft = ?').pluck()
    for (const [draft, seq] of heads) {
      if (head.get(draft) !== seq) throw notWhole(`it lacks the last update of document ${draft}`)
    }
  } finally {
    db.close()
  }
}

const notWhole = (reason: string) =>
  new LonghandError(
    'corrupt-library',
    `The backup would not be whole: ${reason}. It was not kept, and earlier ones are as they were. “longhand verify” says what is damaged in the library.`,
  )

function describe(file: string): { size: number; posts: number } {
  const db = openForReading(file)
  try {
    return { size: statSync(file).size, posts: readLabel(db)?.posts ?? 0 }
  } finally {
    db.close()
  }
}

/** What a process that was killed left behind under a temporary name of this backup. */
function removeLeftovers(file: string): void {
  const folder = dirname(file)
  if (!existsSync(folder)) {
    throw new LonghandError(
      'not-found',
      `The folder ${folder} is not there (a drive that isn’t plugged in?). No backup was made; earlier ones are as they were.`,
    )
  }
  const ours = (name: string) => name.startsWith(`${basename(file)}.`) && /\.\d+\.part(-[a-z]+)?$/.test(name)
  for (const name of readdirSync(folder).filter(ours)) rmSync(join(folder, name), { force: true })
}
