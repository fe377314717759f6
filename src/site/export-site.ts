import type { LibrarySnapshot } from '../library'
import { ExportSink } from './build/export-sink'
import { findLastExport, type LastExport, stateOf } from './build/last-export'
import { CacheDamage } from './build/seal'
import type { Sink } from './build/sink'
import type { SiteCache } from './build/site-cache'
import type { WarmState } from './build/warm-state'
import { exportError } from './output/file-errors'
import { diskOperations, type FileOperations } from './output/file-operations'
import { openOutput } from './output/open-output'
import type { OutputFolder } from './output/output-folder'
import type { ThemeFolders } from './themes/theme-files'
import { Warnings } from './warnings'

/** How far an export is. `total` is 0 while it isn't known. */
export interface ExportProgress {
  readonly step: string
  readonly done: number
  readonly total: number
  /** How long it will take still, in ms; left out while nobody knows. */
  readonly leftMs?: number | undefined
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

type Counts = Omit<ExportResult, 'out' | 'ms' | 'warnings'>

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
  /** What is known of earlier exports; without it everything is rendered. */
  readonly warm?: WarmState | undefined
  /** The built `build/render-worker.ts`, to render in several threads. */
  readonly rendererFile?: string | undefined
  /** How many; as many as the machine has cores when left out, up to four. */
  readonly threads?: number | undefined
}

/**
 * Exports the site of a snapshot into a folder. The old site stays whole until the new one is, and when the
 * export fails or is cancelled. Throws `not-our-folder`, `bad-input`, `busy`, `theme`, `disk-full`,
 * `no-permission`, `io`, `cancelled`.
 */
export async function exportSite(snapshot: LibrarySnapshot, options: ExportOptions): Promise<ExportResult> {
  try {
    return await exportOnce(snapshot, options)
  } catch (error) {
    if (!(error instanceof CacheDamage)) throw error
    options.warm?.forget()
  }
  try {
    return await exportOnce(snapshot, options)
  } catch (error) {
    // Another export that runs at the same time may take out of the cache what this one has put there.
    if (!(error instanceof CacheDamage) || options.warm === undefined) throw error
    return await exportOnce(snapshot, { ...options, warm: { ...options.warm, cache: undefined } })
  }
}

async function exportOnce(snapshot: LibrarySnapshot, options: ExportOptions): Promise<ExportResult> {
  const started = performance.now()
  const warnings = new Warnings()
  const report = options.onProgress ?? (() => undefined)
  report({ step: 'Reading posts', done: 0, total: 0 })
  if (snapshot.site().baseUrl === '') {
    warnings.add(
      'The site has no base URL yet: it gets no sitemap and no canonical addresses, and its feed has no absolute links.',
    )
  }
  const cache = options.warm?.cache
  try {
    let haveMoved = false
    const output = await openOutput(options.out, {
      libraryPath: options.libraryPath,
      force: options.force ?? false,
      files: options.files ?? diskOperations,
      kept: (file, as) => {
        haveMoved = true
        warnings.add(`${file} was there already and isn't Longhand's; it was kept as ${as}.`)
      },
    })
    const state = cache && stateOf(snapshot, options.themeFolder)
    const last = await findLast(cache, output, state)
    const say = ({ pages, bytes }: Counts) =>
      state === undefined || haveMoved ? undefined : { state, pages, bytes, warnings: warnings.list() }
    const done = last ?? {
      ...(await fill(snapshot, options, output, warnings, say)),
      warnings: warnings.list(),
    }
    return { out: output.path, ...done, ms: Math.round(performance.now() - started) }
  } catch (error) {
    throw error instanceof CacheDamage ? error : exportError(error, options.out)
  }
}

/** What to tell when nothing has changed since the last export into this folder, which is left as it is then. */
async function findLast(
  cache: SiteCache | undefined,
  output: OutputFolder,
  state: string | undefined,
): Promise<(Counts & Pick<ExportResult, 'warnings'>) | undefined> {
  if (cache === undefined || state === undefined) return undefined
  try {
    const last = findLastExport(cache, output, state)
    if (last === undefined) return undefined
    await output.discard()
    const { pages, bytes, files } = last
    return { pages, bytes, written: 0, unchanged: files, removed: 0, warnings: [...last.warnings] }
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** Makes a folder the site. What renders is loaded only now: where nothing has changed nobody needs it. */
async function fill(
  snapshot: LibrarySnapshot,
  options: ExportOptions,
  output: OutputFolder,
  warnings: Warnings,
  say: (counts: Counts) => LastExport | undefined,
): Promise<Counts> {
  const { signal, warm, onProgress = () => undefined } = options
  const known = (out: string) => warm?.cache?.files(out) ?? new Map()
  const { buildSite } = await import('./build/build-site')
  const sink = new ExportSink(output, known, signal, onProgress)
  return sink.fill((to: Sink) => buildSite(snapshot, options, warnings, to), warm?.cache, say)
}
