import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type Database from 'better-sqlite3'
import { LonghandError } from '../../document'
import type { DocumentStore } from '../document-store'
import { type BackupItem, type BackupKind, isOwnBackup, listBackups, nameBackup, tagOf } from './backup-file'
import { type Comparison, compareWith, putInPlace } from './in-place'
import { keptBackups } from './retention'
import { type Stage, stageBackup } from './stage'
import { type BackupJob, type BackupResult, type JobControls, writeBackup } from './write-backup'

export interface BackupParts {
  readonly db: Database.Database
  /** The library's folder. */
  readonly path: string
  readonly store: DocumentStore
  readonly now: () => number
  /** The id of the site's document, which is the same on every device of this library. */
  readonly site: string
  /** Brings the library in a folder up to the present format. */
  readonly upgrade: (folder: string) => void
  /** Copies and checks elsewhere than on the thread that answers the screen; here when left out. */
  readonly runBackup?: ((job: BackupJob, controls: JobControls) => Promise<BackupResult>) | undefined
}

export interface RestoredInPlace {
  /** The backup of what was there before. */
  readonly aside: string
  readonly posts: number
  /** Sentences about originals that neither the library nor the backup has. */
  readonly warnings: readonly string[]
}

const dayMs = 24 * 60 * 60 * 1000
/** What was set aside before a restore or an upgrade is not needed any more after this time. */
const asideForMs = 180 * dayMs

/** Copies of the library, in a folder of its own or one that the writer chose on this device. */
export class Backups {
  private readonly chosen
  private readonly choose
  /** What the names of this library's backups begin with: other libraries, and other machines, may share the folder. */
  private readonly tag: string

  constructor(private readonly parts: BackupParts) {
    const { db, path } = parts
    this.chosen = db.prepare<[], string>("SELECT value FROM local WHERE name = 'backup_folder'").pluck()
    this.choose = db.prepare<[string]>(
      `INSERT INTO local (name, value) VALUES ('backup_folder', ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    this.tag = tagOf(db, path)
  }

  /** Where backups go. */
  folder(): string {
    return this.chosen.get() ?? this.usualFolder()
  }

  /** Those in the folder, newest first. Throws when the folder can't be read. */
  list(): BackupItem[] {
    return listBackups(this.folder(), this.tag)
  }

  /**
   * Backups go into `folder` from now on; the earlier ones stay where they are. Null: the library's own.
   * Throws `bad-input` unless it is a folder that is there.
   */
  setFolder(folder: string | null): void {
    if (folder !== null && (!isAbsolute(folder) || !existsSync(folder) || !statSync(folder).isDirectory()))
      throw new LonghandError('bad-input', `${folder} is not a folder. Backups go where they went before.`)
    this.parts.store.write(() => this.choose.run(folder ?? this.usualFolder()))
  }

  /**
   * Makes a backup, and takes away daily ones that are not worth keeping any more: never before the new one
   * was checked. Throws as `writeBackup`; `not-found` when the chosen folder is not there.
   */
  async make(kind: BackupKind, controls: JobControls = {}): Promise<BackupResult> {
    const { path, now } = this.parts
    const folder = this.folder()
    // A chosen folder that is gone may be a drive that is not plugged in: it is not made anew.
    if (folder === this.usualFolder()) mkdirSync(folder, { recursive: true })
    const at = now()
    const result = await this.run(
      {
        libraryPath: path,
        file: join(folder, nameBackup(this.tag, at, kind)),
        kind,
        at,
        originals: 'beside',
        acceptsDamage: kind.startsWith('before-'),
      },
      controls,
    )
    this.prune(folder)
    return result
  }

  /** Makes a backup that is the whole library in one file. Throws `bad-input` for a file that is no backup. */
  async makeFile(file: string, controls: JobControls = {}): Promise<BackupResult> {
    // A library that is open would go on writing into a file that is not there any more.
    if (existsSync(file) && !isOwnBackup(file))
      throw new LonghandError('bad-input', `${file} is there already and no backup. It was left as it is.`)
    const { path, now } = this.parts
    return this.run({ libraryPath: path, file, kind: 'manual', at: now(), originals: 'inside' }, controls)
  }

  /** What would be different after `restore`. Throws as `restore`. */
  async compare(file: string, controls: JobControls = {}): Promise<Comparison> {
    return this.withStage(file, controls, async (stage) => compareWith(this.parts.db, stage.database))
  }

  /**
   * Puts a backup in the place of the library, all of it or nothing. A backup of the present library is made
   * first. The library is another device from then on; documents in memory, and open screens, are to be read
   * again. Throws `bad-input` for a backup of another library; as `restoreFolder` for one that can't be read.
   */
  async restore(file: string, controls: JobControls = {}): Promise<RestoredInPlace> {
    return this.withStage(file, controls, async (stage) => {
      const lost = await stage.bringOriginals(join(this.parts.path, 'assets'))
      for (let attempt = 1; ; attempt++) {
        controls.onProgress?.({ step: 'Keeping the present library aside', done: 0, total: 0 })
        const aside = await this.make('before-restore', { signal: controls.signal })
        controls.onProgress?.({ step: 'Restoring', done: 0, total: 0 })
        const posts = putInPlace(this.parts, stage.database, aside.file)
        if (posts !== undefined) return { aside: aside.file, posts, warnings: lost }
        if (attempt === 3) throw stillWriting()
      }
    })
  }

  private async withStage<Result>(
    file: string,
    controls: JobControls,
    work: (stage: Stage) => Promise<Result>,
  ): Promise<Result> {
    const { path, site, upgrade } = this.parts
    const stage = await stageBackup({ file, libraryPath: path, site, upgrade }, controls)
    try {
      return await work(stage)
    } finally {
      stage.remove()
    }
  }

  private run(job: BackupJob, controls: JobControls): Promise<BackupResult> {
    return (this.parts.runBackup ?? writeBackup)(job, controls)
  }

  private usualFolder(): string {
    return join(this.parts.path, 'backups')
  }

  /** Takes away what is not worth keeping. Those that don't open are kept out of the count and left. */
  private prune(folder: string): void {
    const all = listBackups(folder, this.tag).filter(({ ok }) => ok)
    const daily = all.filter(({ kind }) => kind === 'daily')
    const kept = keptBackups(daily)
    const isOld = ({ kind, at }: BackupItem) =>
      kind.startsWith('before-') && at < this.parts.now() - asideForMs
    const gone = [...daily.filter((item) => !kept.has(item)), ...all.filter(isOld)]
    for (const { file } of gone) rmSync(file, { force: true })
    for (const name of readdirSync(folder)) {
      // A process that was killed while it made one.
      const isLeftover = name.startsWith(`longhand-${this.tag}-`) && /\.\d+\.part(-[a-z]+)?$/.test(name)
      if (isLeftover && statSync(join(folder, name)).mtimeMs < Date.now() - dayMs)
        rmSync(join(folder, name), { force: true })
    }
  }
}

const stillWriting = () =>
  new LonghandError(
    'busy',
    'The library was written to all the while, so the backup was not put in its place. Nothing was changed; close other windows of it and try again.',
  )

export type { Comparison }
