import { promises as fs } from 'node:fs'
import { basename, dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { LonghandError, postFieldsSchema, uniqueSlug } from '../document'
import type { ImportRecord, Library } from '../library'
import { AssetFinder } from './asset-finder'
import { postFields } from './fields'
import { type Followed, followReferences, type TakenAsset } from './follow'
import { type FileContent, mergeFile, snapshotOf } from './merge'
import { hashOutcome } from './outcome-hash'
import { PostIndex } from './post-index'
import { readSource, type Source } from './read-source'
import type { ImportProgress, ImportReport } from './report'
import { rewriteBody } from './rewrite'
import { type Found, findFiles } from './walk'

export interface ImportOptions {
  /** Stops the import between two posts; what has come in stays. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined
}

const aboutFolder =
  'It has no front matter and speaks of the folder. To take it all the same, import it alone.'
/** A commit costs about as much as writing this many posts; more of them would hold up other calls. */
const batchSize = 20

/**
 * Brings the Markdown files under `path` (or the one file that it names) into the library. A file that came
 * in before and has not changed changes nothing; one that has is merged with what the writer wrote since.
 * Files that can't be posts are skipped and named in the report.
 * Throws `not-found`, `bad-input`, `no-permission` for the path, `cancelled` when `signal` aborts, and what
 * the library throws; what had come in until then stays.
 */
export async function importFolder(
  library: Library,
  path: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  try {
    const found = await findFiles(path, options.signal)
    return await new FolderImport(library, found, options).run()
  } catch (cause) {
    if (options.signal?.aborted !== true) throw cause
    throw new LonghandError('cancelled', 'The import was stopped. What had come in until then stays.', {
      cause,
    })
  }
}

/** A post that is new or whose file has changed, ready to be written. */
interface Change {
  readonly source: Source
  readonly content: FileContent
  readonly fileHash: string
  readonly record: ImportRecord | undefined
}

class FolderImport {
  private readonly report: ImportReport
  private readonly slugs = new Map<Source, string>()
  /** The path in the library of each asset taken in, by hash. */
  private readonly assets = new Map<string, string>()
  private waiting: Change[] = []

  constructor(
    private readonly library: Library,
    private readonly found: Found,
    private readonly options: ImportOptions,
  ) {
    this.report = {
      imported: 0,
      updated: 0,
      unchanged: 0,
      skipped: [...found.skipped],
      assets: 0,
      warnings: [],
    }
  }

  async run(): Promise<ImportReport> {
    const sources = await this.readAll()
    this.chooseSlugs(sources)
    const around = {
      posts: new PostIndex(sources),
      slugOf: (post: Source) => this.slugs.get(post) ?? post.slug,
      assets: new AssetFinder(this.found.root),
      library: this.library,
    }
    for (const [index, source] of sources.entries()) {
      this.tell('Importing posts', index, sources.length)
      const followed = await followReferences(source, around)
      await this.prepare(source, followed)
      if (this.waiting.length >= batchSize) await this.commit()
    }
    await this.commit()
    this.tell('Importing posts', sources.length, sources.length)
    this.report.assets = this.assets.size
    return this.report
  }

  private async readAll(): Promise<Source[]> {
    const sources: Source[] = []
    const { files } = this.found
    for (const [index, file] of files.entries()) {
      this.tell('Reading files', index, files.length)
      const source = await readSource(file)
      if (source.kind === 'refused') this.skip(file.path, source.reason)
      else if (source.isAboutFolder && !this.found.isSingle) this.skip(file.path, aboutFolder)
      else sources.push(source)
    }
    this.report.skipped.sort((a, b) => (a.path < b.path ? -1 : 1))
    return sources
  }

  /** Links need the slug of every post before the first is written. */
  private chooseSlugs(sources: readonly Source[]): void {
    const taken = new Set<string>()
    for (const source of sources) {
      const known = this.recordOf(source)
      const post = known && this.library.post(known.post)
      const slug =
        post?.slug ?? uniqueSlug(source.slug, (it) => taken.has(it) || this.library.post(it) !== undefined)
      taken.add(slug)
      this.slugs.set(source, slug)
    }
  }

  private async prepare(source: Source, followed: Followed): Promise<void> {
    const record = this.recordOf(source)
    const fileHash = hashOutcome(source, followed)
    if (record?.fileHash === fileHash) {
      this.report.unchanged++
      return
    }
    const content = await this.contentOf(source, followed)
    const fields = postFieldsSchema.safeParse(content.fields)
    if (!fields.success) {
      const why = fields.error.issues[0]?.message ?? 'Its front matter does not fit.'
      this.skip(source.path, why)
      return
    }
    this.waiting.push({ source, content, fileHash, record })
    for (const reason of [...source.warnings, ...followed.warnings]) this.warn(source, reason)
  }

  private async contentOf(source: Source, followed: Followed): Promise<FileContent> {
    for (const destination of followed.destinations.values()) {
      if (destination.kind === 'found') await this.takeIn(destination)
    }
    if (followed.cover !== undefined) await this.takeIn(followed.cover)
    const { cover, extra } = source.fields
    const keepsCover =
      cover !== undefined && (followed.cover === undefined || typeof cover.value !== 'string')
    return {
      fields: {
        ...postFields(source.fields),
        title: source.title,
        cover: followed.cover === undefined ? null : this.pathOf(followed.cover.hash),
        ...(source.date === undefined ? {} : { date: source.date }),
      },
      body: rewriteBody(source, followed, (hash) => this.pathOf(hash)),
      extra: keepsCover ? { ...extra, [cover.name]: cover.value } : extra,
    }
  }

  private async takeIn(asset: TakenAsset): Promise<void> {
    if (this.assets.has(asset.hash)) return
    const added = this.library.addAsset(await fs.readFile(asset.file), asset.name)
    // Named by what was hashed: a file that changed in between is right again at the next import.
    this.assets.set(asset.hash, added.path)
  }

  private pathOf(hash: string): string {
    const path = this.assets.get(hash)
    if (path === undefined) throw new Error(`asset ${hash} was never taken in`)
    return path
  }

  /** Writes what waits, in one commit. */
  private async commit(): Promise<void> {
    const changes = this.waiting
    this.waiting = []
    if (changes.length > 0)
      this.library.transaction(() => {
        for (const change of changes) this.write(change)
      })
    await setImmediate()
    this.options.signal?.throwIfAborted()
  }

  private write({ source, content, fileHash, record }: Change): void {
    const { fields, body, extra } = content
    const slug = this.slugs.get(source) ?? source.slug
    let post = record?.post
    let snapshot = record?.snapshot
    if (record === undefined || post === undefined) {
      const date = source.date ?? new Date(source.modifiedMs).toISOString().replace(/\.\d+Z$/, 'Z')
      post = this.library.createPost({ ...fields, date, slug, body, extra: { ...extra } }).id
      snapshot = snapshotOf(this.library.readDocument(post))
      this.report.imported++
    } else {
      const before = this.library.post(post)
      this.library.history.keep(post)
      const after = this.library.editPost(post, (doc) => {
        snapshot = mergeFile(doc, record.snapshot, content, (had) => this.chooseSlug(had, source))
      })
      // What a published file says is published; what the writer has not released yet stays so.
      const hadChanges = before?.status === 'published' && before.hasChanges
      if (after.status === 'published' && !hadChanges) this.library.releases.update(post)
      // The same words by other ways (a link found elsewhere) are no change.
      if (Buffer.compare(snapshot ?? record.snapshot, record.snapshot) === 0) this.report.unchanged++
      else this.report.updated++
    }
    if (snapshot === undefined) throw new Error('a post was written without a snapshot')
    this.library.saveImportRecord(dirname(source.file), basename(source.file), { post, fileHash, snapshot })
  }

  /** A slug stays unless the file asks for another than it did; the number of a double is no difference. */
  private chooseSlug(had: string, source: Source): string {
    const wanted = source.slug
    if (had === wanted || (had.startsWith(`${wanted}-`) && /^\d+$/.test(had.slice(wanted.length + 1))))
      return had
    return uniqueSlug(wanted, (it) => this.library.post(it) !== undefined)
  }

  /** By the file's own place, so that importing a folder and then a part of it doubles nothing. */
  private recordOf(source: Source): ImportRecord | undefined {
    return this.library.importRecord(dirname(source.file), basename(source.file))
  }

  private skip(path: string, reason: string): void {
    this.report.skipped.push({ path, reason })
  }

  private warn(source: Source, reason: string): void {
    this.report.warnings.push({ path: source.path, reason })
  }

  private tell(step: string, done: number, total: number): void {
    this.options.signal?.throwIfAborted()
    this.options.onProgress?.({ step, done, total })
  }
}
