import { LonghandError } from '../../document'
import type { SearchRecord } from './search-record'

/** A file of the index, below the site's folder: `pagefind/fragment/en_0cfab14.pf_fragment`. */
export interface SearchFile {
  readonly file: string
  readonly content: Buffer
}

export interface SearchOptions {
  /** Of the site; words are stemmed by its rules, and all posts are found whatever their own. */
  readonly language: string
  readonly signal?: AbortSignal | undefined
}

/** Records that are on their way to the indexer at once: it works while the next are made. */
const underWay = 32
/**
 * Texts for results come in one file a page; creating files is what costs a disk, so that beyond this many, pages
 * share them.
 */
const mostFragments = 2000

/** How long the indexer may take to start, in ms. */
const startMs = 30_000
/**
 * How long it may take for a batch, and for each page when it writes, in ms: twenty times what it takes. When it is
 * killed (out of memory) nobody tells, and without a limit the export would wait for ever.
 */
const batchMs = 120_000
const pageMs = 100

type Pagefind = typeof import('pagefind')

/**
 * Why the site's search can't be made on this machine, in a sentence for the writer; null when it can. The indexer
 * is a program of its own, which exists for Linux, macOS, Windows and FreeBSD.
 */
export async function whyNoSearch(): Promise<string | null> {
  const pagefind = await import('pagefind')
  try {
    const { errors } = await within(startMs, pagefind.createIndex({}))
    return errors.length === 0 ? null : unavailable(errors.join(' '))
  } catch (error) {
    return unavailable(error instanceof Error ? error.message : String(error))
  } finally {
    await pagefind.close()
  }
}

const unavailable = (reason: string) =>
  `The site has no search: its indexer doesn’t run on this machine (${reason.split('\n')[0]}).`

/**
 * The index of the site's search, file by file, by name. Equal records in equal order give equal files; hand them
 * over in an order that hangs on nothing but the site. Throws `cancelled` when the signal aborts, `io` when the
 * indexer fails.
 */
export async function* buildSearchIndex(
  records: Iterable<SearchRecord> | AsyncIterable<SearchRecord>,
  { language, signal }: SearchOptions,
): AsyncGenerator<SearchFile> {
  const pagefind = await import('pagefind')
  const stop = () => void pagefind.close()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    signal?.throwIfAborted()
    const files = await indexAll(pagefind, records, language, signal)
    for (const { path, content } of files) yield { file: `pagefind/${path}`, content: Buffer.from(content) }
  } catch (error) {
    if (error instanceof LonghandError) throw error
    if (signal?.aborted) throw new LonghandError('cancelled', 'The export was cancelled.', { cause: error })
    throw failed(error)
  } finally {
    signal?.removeEventListener('abort', stop)
    await pagefind.close()
  }
}

async function indexAll(
  pagefind: Pagefind,
  records: Iterable<SearchRecord> | AsyncIterable<SearchRecord>,
  language: string,
  signal: AbortSignal | undefined,
) {
  const { index, errors } = await pagefind.createIndex({
    // One index for all: a post in another language would be found only on a page of that language.
    forceLanguage: language.split('-')[0]?.toLowerCase() ?? 'en',
    maxFragments: mostFragments,
  })
  if (index === undefined) throw failed(errors.join(' '))
  // Each ends with what went wrong, so that none fails unheard when another ends the work.
  let added: Promise<string>[] = []
  let count = 0
  for await (const record of records) {
    signal?.throwIfAborted()
    count++
    const adding = index.addCustomRecord(toCustomRecord(record, language))
    added.push(adding.then(({ errors: wrong }) => wrong.join(' '), String))
    if (added.length < underWay) continue
    refuse(await within(batchMs, Promise.all(added)))
    added = []
  }
  refuse(await within(batchMs, Promise.all(added)))
  const made = await within(batchMs + count * pageMs, index.getFiles())
  refuse(made.errors)
  return neededFiles(made.files)
}

function toCustomRecord({ url, title, date, tags, content }: SearchRecord, language: string) {
  return {
    url,
    language,
    // The title is found by itself; tags come last, since what is found is shown from the beginning.
    content: [content, ...tags].join('. '),
    meta: { title, ...(date !== '' && { date }) },
    filters: { ...(tags.length > 0 && { tag: [...tags] }), ...(date !== '' && { year: [date.slice(0, 4)] }) },
    ...(date !== '' && { sort: { date } }),
  }
}

/** What the indexer brings beside the index and is not used: user interfaces, and modules for other languages. */
function neededFiles<File extends { path: string; content: Uint8Array }>(files: readonly File[]): File[] {
  const entry = files.find(({ path }) => path === 'pagefind-entry.json')
  const { languages } = JSON.parse(Buffer.from(entry?.content ?? '{}').toString()) as Entry
  const modules = new Set(
    Object.values(languages ?? {}).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`),
  )
  const isNeeded = (path: string) =>
    /^(?:filter|fragment|index)\/|^pagefind-entry\.json$|\.pf_meta$|^pagefind(?:-worker)?\.js$/.test(path) ||
    modules.has(path)
  return files.filter(({ path }) => isNeeded(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

interface Entry {
  readonly languages?: Readonly<Record<string, { readonly wasm: string | null }>>
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the indexer did not answer within ${ms / 1000} s`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function refuse(wrong: readonly string[]): void {
  const first = wrong.find((sentence) => sentence !== '')
  if (first !== undefined) throw failed(first)
}

const failed = (cause: unknown) =>
  new LonghandError(
    'io',
    'The index of the site’s search could not be made. What was there before is unchanged.',
    {
      cause,
    },
  )
