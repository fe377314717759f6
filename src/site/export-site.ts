import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { LonghandError } from '../document'
import type { LibrarySnapshot } from '../library'
import { assemble } from './metadata/pieces'
import { exportError } from './output/file-errors'
import { diskOperations, type FileOperations } from './output/file-operations'
import { openOutput } from './output/open-output'
import type { OutputFolder } from './output/output-folder'
import { makerOf } from './page-maker'
import { planSite } from './plan'
import { renderSite } from './render-site'
import type { SiteFile, WholeFile } from './site-file'
import { loadTheme } from './theme'
import type { ThemeFolders } from './themes/theme-files'
import { Warnings } from './warnings'

/** How far an export is. `total` is 0 while it isn't known. */
export interface ExportProgress {
  readonly step: string
  readonly done: number
  readonly total: number
}

/** What an export did. Everything but `ms` depends on the library and the folder alone. */
export interface ExportResult {
  /** The absolute path of the folder. */
  readonly out: string
  /** HTML pages of the site. */
  readonly pages: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Size of the whole site. */
  readonly bytes: number
  readonly ms: number
  readonly warnings: string[]
}

export interface ExportOptions {
  readonly out: string
  /** The folder of the library, so that nothing is exported into it. */
  readonly libraryPath: string
  readonly themeFolder: string | ThemeFolders
  /** Write into a folder that isn't empty and holds no site of Longhand's; what is in it stays. Off when left out. */
  readonly force?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined
  /** How the disk is changed; the real disk when left out. */
  readonly files?: FileOperations | undefined
}

/** Files being written at once: enough to wait for the disk in parallel, few enough to bound the memory. */
const mostInFlight = 8

/**
 * Exports the site of a snapshot into a folder. The old site stays whole until the new one is, and when the
 * export fails or is cancelled. Throws `not-our-folder`, `bad-input`, `busy`, `theme`, `disk-full`,
 * `no-permission`, `io`, `cancelled`.
 */
export async function exportSite(snapshot: LibrarySnapshot, options: ExportOptions): Promise<ExportResult> {
  const started = performance.now()
  const warnings = new Warnings()
  const theme = loadTheme(options.themeFolder, snapshot.site().themeSettings)
  const report = options.onProgress ?? (() => undefined)
  report({ step: 'Reading posts', done: 0, total: 0 })
  const plan = planSite(snapshot, theme.postsPerPage)
  if (plan.address.origin === null) {
    warnings.add(
      'The site has no base URL yet: it gets no sitemap and no canonical addresses, and its feed has no absolute links.',
    )
  }
  try {
    const output = await openOutput(options.out, {
      libraryPath: options.libraryPath,
      force: options.force ?? false,
      files: options.files ?? diskOperations,
      kept: (file, as) =>
        warnings.add(`${file} was there already and isn't Longhand's; it was kept as ${as}.`),
    })
    const run = new Export(output, options.signal, report, plan.posts.length)
    const counts = await run.all(renderSite(makerOf(plan, theme), snapshot, warnings))
    const ms = Math.round(performance.now() - started)
    return { out: output.path, ...counts, ms, warnings: warnings.list() }
  } catch (error) {
    throw exportError(error, options.out)
  }
}

type Counts = Pick<ExportResult, 'pages' | 'written' | 'unchanged' | 'removed' | 'bytes'>

/** One run from rendered files to a switched folder. */
class Export {
  readonly #hashes = new Map<string, string>()
  /** Paths as a file system that ignores case and composition would see them. */
  readonly #folded = new Set<string>()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #failures: unknown[] = []
  readonly #counts = { pages: 0, written: 0, unchanged: 0, removed: 0, bytes: 0 }

  constructor(
    private readonly output: OutputFolder,
    private readonly signal: AbortSignal | undefined,
    private readonly report: (progress: ExportProgress) => void,
    private readonly posts: number,
  ) {}

  async all(siteFiles: Iterable<SiteFile>): Promise<Counts> {
    try {
      for (const file of siteFiles) await this.#take(file)
      await this.#settle(0)
      this.#stopIfCancelled()
      this.report({ step: 'Switching to the new site', done: this.#hashes.size, total: this.#hashes.size })
      const { removed } = await this.output.commit(this.#hashes)
      return { ...this.#counts, removed }
    } catch (error) {
      await Promise.allSettled(this.#inFlight)
      await this.output.discard()
      throw error
    }
  }

  async #take(file: SiteFile): Promise<void> {
    this.#stopIfCancelled()
    this.#assertDistinct(file.file)
    if (file.kind !== 'pieces') return this.#put(file)
    const hash = await this.output.standing(file.file, file.size)
    if (hash === undefined) {
      const content = assemble(await readFile(file.source), file.pieces)
      return this.#put({ kind: 'bytes', file: file.file, content })
    }
    this.#hashes.set(file.file, hash)
    this.#counts.bytes += file.size
    this.#counts.unchanged++
  }

  async #put(file: WholeFile): Promise<void> {
    const hash = file.kind === 'copy' ? file.hash : createHash('sha256').update(file.content).digest('hex')
    this.#hashes.set(file.file, hash)
    this.#counts.bytes += file.kind === 'copy' ? file.size : Buffer.byteLength(file.content)
    if (file.kind === 'page') this.#counts.pages++
    this.report({ step: 'Rendering pages', done: Math.min(this.#hashes.size, this.posts), total: this.posts })
    const placing = this.#place(file, hash).finally(() => this.#inFlight.delete(placing))
    this.#inFlight.add(placing)
    await this.#settle(mostInFlight - 1)
  }

  async #place(file: WholeFile, hash: string): Promise<void> {
    try {
      this.#counts[await this.output.put(file, hash)]++
    } catch (error) {
      this.#failures.push(error)
    }
  }

  /** Waits until no more than `most` files are being written; throws what went wrong with one. */
  async #settle(most: number): Promise<void> {
    while (this.#inFlight.size > most && this.#failures.length === 0) await Promise.race(this.#inFlight)
    if (this.#failures.length > 0) throw this.#failures[0]
  }

  #stopIfCancelled(): void {
    if (this.signal?.aborted) {
      throw new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')
    }
  }

  #assertDistinct(file: string): void {
    const folded = file.normalize('NFC').toLowerCase()
    if (this.#folded.has(folded)) throw new Error(`two files of the site would be ${file}`)
    this.#folded.add(folded)
  }
}
