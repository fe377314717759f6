import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { LonghandError } from '../../document'
import type { ExportProgress, ExportResult } from '../export-site'
import { lastStep } from '../job'
import { assemble } from '../metadata/pieces'
import type { OutputFolder } from '../output/output-folder'
import type { SiteFile, WholeFile } from '../site-file'
import type { Learned } from './known-posts'
import type { LastExport } from './last-export'
import type { Sink } from './sink'
import type { KnownFile, SiteCache } from './site-cache'

type Counts = Pick<ExportResult, 'pages' | 'written' | 'unchanged' | 'removed' | 'bytes'>

interface Made {
  readonly fingerprint?: string
  readonly hash?: string
}

/** Files being written at once: enough to wait for the disk in parallel, few enough to bound the memory. */
const mostInFlight = 8
/** How often this thread looks up for a message while it has nothing to wait for, in ms. */
const lookUpMs = 40

/** Fills a folder with the files of one site, and switches it when it has them all. */
export class ExportSink implements Sink {
  readonly #hashes = new Map<string, string>()
  #known: ReadonlyMap<string, KnownFile> = new Map()
  /** What the files were made of that are other than before. */
  readonly #made = new Map<string, string>()
  /** Paths as a file system that ignores case and composition would see them. */
  readonly #folded = new Set<string>()
  readonly #inFlight = new Set<Promise<void>>()
  readonly #failures: unknown[] = []
  #mustLookAgain = false
  readonly #counts = { pages: 0, written: 0, unchanged: 0, removed: 0, bytes: 0 }
  readonly #started = performance.now()
  #rendered = 0
  #toRender = 0
  #things: { done: number; total: number; from: number } | undefined
  #lookedUp = performance.now()

  constructor(
    private readonly output: OutputFolder,
    /** Says what the last export into a folder left. */
    private readonly recall: (out: string) => ReadonlyMap<string, KnownFile>,
    readonly signal: AbortSignal | undefined,
    private readonly report: (progress: ExportProgress) => void,
  ) {}

  /**
   * Lets `build` hand over its files, and makes them the site. When it fails the old site stays.
   * @param say what the next export has to know to tell that nothing has changed; undefined when it can't
   */
  async fill(
    build: (sink: Sink) => Promise<Learned>,
    cache: SiteCache | undefined,
    say: (counts: Counts) => LastExport | undefined,
  ): Promise<Counts> {
    try {
      this.#known = this.recall(this.output.path)
      const learned = await build(this)
      await this.#settle(0)
      this.#stopIfCancelled()
      this.report({ step: lastStep, done: this.#hashes.size, total: this.#hashes.size })
      const { removed } = await this.output.commit(this.#hashes)
      const counts = { ...this.#counts, removed }
      const last = this.#mustLookAgain ? undefined : say(counts)
      cache?.keep({ ...learned, out: this.output.path, last, ...this.#filesToRemember() })
      return counts
    } catch (error) {
      await Promise.allSettled(this.#inFlight)
      await this.output.discard()
      // What is stopped in the middle of its work fails.
      this.#stopIfCancelled()
      throw error
    }
  }

  lookAgain(): void {
    this.#mustLookAgain = true
  }

  expect(pages: number): void {
    this.#toRender = pages
    this.#reportRendering()
  }

  expectThings(count: number): void {
    this.#things = { done: 0, total: count, from: performance.now() }
    this.#reportThings()
  }

  keepPage(file: string, fingerprint: string): boolean {
    if (!this.keepAll([file], fingerprint)) return false
    this.#counts.pages++
    return true
  }

  keepAll(files: readonly string[], fingerprint: string): boolean {
    const standing = files.flatMap((file): [string, KnownFile][] => {
      const known = this.#known.get(file)
      return known?.fingerprint === fingerprint && this.output.stands(file, known) ? [[file, known]] : []
    })
    if (standing.length < files.length) return false
    for (const [file, { hash, size }] of standing) this.#enter(file, hash, size)
    this.#counts.unchanged += files.length
    return true
  }

  keepFolder(folder: string, fingerprint: string): boolean {
    // Not by what is remembered: of a damaged cache some files may be missing.
    const files = this.output.listed(folder)
    return files.length > 0 && this.keepAll(files, fingerprint)
  }

  hasFolder(folder: string): boolean {
    return this.output.listed(folder).length > 0
  }

  step(name: string): void {
    this.report({ step: name, done: 0, total: 0 })
  }

  async take(file: SiteFile, made: Made): Promise<void> {
    this.#stopIfCancelled()
    if (file.kind !== 'pieces') return this.#put(file, made)
    const hash = await this.output.standing(file.file, file.size)
    if (hash === undefined) {
      const content = assemble(await readFile(file.source), file.pieces)
      return this.#put({ kind: 'bytes', file: file.file, content }, made)
    }
    this.#enter(file.file, hash, file.size)
    this.#made.set(file.file, made.fingerprint ?? '')
    this.#counts.unchanged++
  }

  async #put(file: WholeFile, { fingerprint, hash = hashOf(file) }: Made): Promise<void> {
    this.#enter(file.file, hash, file.kind === 'copy' ? file.size : Buffer.byteLength(file.content))
    this.#made.set(file.file, fingerprint ?? '')
    if (file.kind === 'page') {
      this.#counts.pages++
      this.#rendered++
      this.#reportRendering()
    } else if (this.#things !== undefined) {
      this.#things.done++
      this.#reportThings()
    }
    const placing = this.#place(file, hash).finally(() => this.#inFlight.delete(placing))
    this.#inFlight.add(placing)
    await this.#settle(mostInFlight - 1)
    await this.#lookUp()
  }

  #enter(file: string, hash: string, size: number): void {
    const folded = file.normalize('NFC').toLowerCase()
    if (this.#folded.has(folded)) throw new Error(`two files of the site would be ${file}`)
    this.#folded.add(folded)
    this.#hashes.set(file, hash)
    this.#counts.bytes += size
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

  /** Promises alone would never let a message in that says to stop. */
  async #lookUp(): Promise<void> {
    if (performance.now() - this.#lookedUp < lookUpMs) return
    await new Promise(setImmediate)
    this.#lookedUp = performance.now()
    this.#stopIfCancelled()
  }

  #stopIfCancelled(): void {
    if (this.signal?.aborted) {
      throw new LonghandError('cancelled', 'The export was cancelled. What was there before is unchanged.')
    }
  }

  #reportRendering(): void {
    const [done, total] = [this.#rendered, this.#toRender]
    this.report({ step: 'Rendering pages', done, total, leftMs: timeLeft(this.#started, done, total) })
  }

  #reportThings(): void {
    if (this.#things === undefined) return
    const { done, total, from } = this.#things
    this.report({ step: 'Making pictures', done, total, leftMs: timeLeft(from, done, total) })
  }

  #filesToRemember() {
    const files = new Map<string, KnownFile>()
    for (const [file, fingerprint] of this.#made) {
      const there = this.output.look(file)
      const hash = this.#hashes.get(file)
      if (there !== undefined && hash !== undefined) files.set(file, { fingerprint, hash, ...there })
    }
    return { files, goneFiles: [...this.#known.keys()].filter((file) => !this.#hashes.has(file)) }
  }
}

/** In ms, as fast as it went until now; undefined before anything is done. */
function timeLeft(since: number, done: number, total: number): number | undefined {
  return done === 0 ? undefined : Math.round(((performance.now() - since) / done) * (total - done))
}

function hashOf(file: WholeFile): string {
  return file.kind === 'copy' ? file.hash : createHash('sha256').update(file.content).digest('hex')
}
