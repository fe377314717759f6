import { createHash } from 'node:crypto'
import type { PostId } from '../../document'
import { type LibrarySnapshot, relatedPosts } from '../../library'
import { fileOf } from '../addresses'
import { anchorsOf, pointersIn } from '../anchors'
import { feedsOf } from '../feeds'
import { accentOf, iconRecipes } from '../icons'
import { type ListPage, titleOf } from '../pages'
import type { PlannedPost } from '../plan'
import { type SearchSources, searchFiles, searchFolder, searchInputs } from '../search/search-files'
import { whyNoSearch } from '../search/search-index'
import type { SiteFile } from '../site-file'
import type { Warnings } from '../warnings'
import type { PostFacts } from './facts'
import { Fingerprints } from './fingerprints'
import {
  type ListJob,
  type RenderedPage,
  type RenderedPostPage,
  type Renderers,
  type RenderTask,
  renderHere,
  renderInThreads,
} from './renderers'
import type { EndedExport, SiteCache } from './site-cache'
import { siteFiles } from './site-files'
import { type Anchors, SiteRenderer, type SiteSetup } from './site-renderer'

/** Where the files of a site go. */
export interface Sink {
  /** Leaves a file as the last export made it; false when it isn't there any more, or was made of something else. */
  keepPage(file: string, fingerprint: string): boolean
  /** The same of files that are made together: all or none. */
  keepAll(files: readonly string[], fingerprint: string): boolean
  /** The same of all that the last export left in a folder (`pagefind/`); false when that was nothing. */
  keepFolder(folder: string, fingerprint: string): boolean
  /** @param made what the file was made of, and the hash of its bytes where they are known */
  take(file: SiteFile, made: { readonly fingerprint?: string; readonly hash?: string }): Promise<void>
  /** Says how many pages have to be rendered. */
  expect(pages: number): void
  /** Says how many pictures have to be made, after the pages. */
  expectThings(count: number): void
  readonly signal: AbortSignal | undefined
}

export interface BuildOptions {
  readonly themeFolder: SiteSetup['themeFolder']
  readonly libraryPath: string
  readonly cache?: SiteCache | undefined
  /** The built `render-worker.ts`; without it everything is rendered in this thread. */
  readonly rendererFile?: string | undefined
  readonly threads?: number | undefined
  /** Where to remember pictures that were made. */
  readonly madeFolder?: string | undefined
}

/** What was learned, for the next export. */
export type Learned = Pick<EndedExport, 'facts' | 'gonePosts'>

/** Below this many pages other threads would not be ready before this one is done. */
const fewPages = 40
/** Posts, or lists, that a thread is given at once. */
const batchSize = 12

/**
 * Makes every file of a site, and renders only what is not the same as at the last export. Holds the texts of no
 * more posts than are being rendered. Throws `theme` when a layout fails.
 */
export async function buildSite(
  snapshot: LibrarySnapshot,
  options: BuildOptions,
  warnings: Warnings,
  sink: Sink,
): Promise<Learned> {
  const setup = setupOf(snapshot, options)
  const build = new Build(snapshot, { ...options, setup }, warnings, sink)
  const isSearchKept = setup.settings.search && build.keepSearch()
  const why = setup.settings.search && !isSearchKept ? await whyNoSearch() : null
  if (why !== null) {
    warnings.add(why)
    const settings = { ...setup.settings, search: false }
    const without = new Build(snapshot, { ...options, setup: { ...setup, settings } }, warnings, sink)
    return without.all({ search: false })
  }
  return build.all({ search: setup.settings.search && !isSearchKept })
}

class Build {
  readonly #site: SiteRenderer
  readonly #known: ReadonlyMap<PostId, PostFacts>
  readonly #anchors: Anchors
  readonly #fingerprints: Fingerprints
  readonly #learned = new Map<PostId, PostFacts & { ids: readonly string[] }>()
  readonly #contents: Contents
  readonly #inFeeds: ReadonlySet<PlannedPost>

  constructor(
    private readonly snapshot: LibrarySnapshot,
    private readonly options: BuildOptions & { readonly setup: SiteSetup },
    private readonly warnings: Warnings,
    private readonly sink: Sink,
  ) {
    this.#site = new SiteRenderer(options.setup, warnings, options.cache)
    this.#known = options.cache?.facts() ?? new Map()
    this.#anchors = this.#findAnchors()
    this.#fingerprints = new Fingerprints(this.#site, this.#anchors, warnings, (post) => this.#factsOf(post))
    this.#inFeeds = new Set(feedsOf(this.#site.plan).flatMap((feed) => feed.posts))
    this.#contents = options.cache ?? contentsInMemory()
  }

  get learned(): Learned {
    const { byId } = this.#site.plan
    return {
      facts: this.#learned,
      gonePosts: [...this.#known.keys()].filter((id) => !byId.has(id)),
    }
  }

  /** @param made what is to be made beside all else */
  async all({ search }: { readonly search: boolean }): Promise<Learned> {
    await this.pages()
    await this.otherFiles()
    if (search) await this.search()
    await this.things()
    return this.learned
  }

  /** Leaves the index of the search as it is, when all that it knows is the same. */
  keepSearch(): boolean {
    return this.sink.keepFolder(searchFolder, this.#searchFingerprint())
  }

  async search(): Promise<void> {
    const made = { fingerprint: this.#searchFingerprint() }
    for await (const file of searchFiles(this.#searched(), this.sink.signal))
      await this.sink.take({ kind: 'bytes', ...file }, made)
  }

  #searchFingerprint(): string {
    return createHash('sha256')
      .update(JSON.stringify([...searchInputs(this.#searched())]))
      .digest('base64')
  }

  #searched(): SearchSources {
    return {
      plan: this.#site.plan,
      titleOf: (post) => titleOf(this.#site.maker, post),
      digestOf: (id) => this.#site.digestOf(id),
      sourceOf: (id) => this.snapshot.publishedPost(id)?.body ?? '',
    }
  }

  /** Posts first: what lists show of a post is known when it was rendered. */
  async pages(): Promise<void> {
    const posts = [...this.#site.plan.byId.values()].filter((post) => !this.#isKept(post))
    const renderers = this.#renderers(posts.length)
    this.sink.expect(posts.length)
    try {
      await this.#renderPosts(renderers, posts)
      this.#fingerprints.warn()
      const lists = [...this.#site.lists().values()].filter(
        (list) => !this.sink.keepPage(this.#file(list.path), this.#fingerprints.list(list)),
      )
      this.sink.expect(posts.length + lists.length)
      await this.#renderLists(renderers, lists)
    } finally {
      await renderers.close()
    }
  }

  async otherFiles(): Promise<void> {
    const groups = siteFiles(this.#site, this.#fingerprints, (post) => this.#contentOf(post))
    for (const { files, fingerprint, make } of groups) {
      if (fingerprint !== undefined && this.sink.keepAll(files, fingerprint)) continue
      for (const file of make())
        await this.sink.take(file, { ...(fingerprint !== undefined && { fingerprint }) })
    }
    for (const asset of this.#fingerprints.assets()) {
      const fingerprint = `original ${asset.hash}`
      if (this.sink.keepAll([asset.path], fingerprint)) continue
      await this.sink.take(this.#site.media.file(asset), { fingerprint })
    }
  }

  async things(): Promise<void> {
    const { libraryPath, madeFolder } = this.options
    const { plan, maker } = this.#site
    const icons = iconRecipes(plan, accentOf(maker.theme))
    const files = new Map([...this.#fingerprints.made(), ...this.#site.socialImages(), ...icons])
    if (files.size === 0) return
    // Its makers and their fonts take longer to load than most exports have to wait.
    const { makeThings } = await import('./made-things')
    await makeThings(files, libraryPath, madeFolder, this.warnings, this.sink)
  }

  #factsOf({ id }: PlannedPost): PostFacts | undefined {
    const learned = this.#learned.get(id)
    if (learned !== undefined) return learned
    const known = this.#known.get(id)
    return known?.digest === this.#site.digestOf(id) ? known : undefined
  }

  #isKept(post: PlannedPost): boolean {
    const facts = this.#factsOf(post)
    if (facts === undefined) return false
    const isEnough = !this.#inFeeds.has(post) || this.#keptContent(post, facts) !== undefined
    return isEnough && this.sink.keepPage(this.#file(post.path), this.#fingerprints.post(post, facts))
  }

  #keptContent(post: PlannedPost, facts: PostFacts): string | undefined {
    return this.#contents.content(post.id, this.#fingerprints.content(post, facts))
  }

  #contentOf(post: PlannedPost): string {
    const facts = this.#factsOf(post)
    const html = facts && this.#keptContent(post, facts)
    if (html === undefined) throw new Error(`the text of ${post.id} was not kept for the feeds`)
    return html
  }

  async #renderPosts(renderers: Renderers, posts: readonly PlannedPost[]): Promise<void> {
    const tasks = function* (this: Build): Generator<RenderTask> {
      for (const batch of inBatches(posts))
        yield { kind: 'posts', posts: batch.map((post) => this.#jobOf(post)) }
    }.call(this)
    for await (const page of inOrder(renderers, tasks)) await this.#takePost(page as RenderedPostPage)
  }

  #jobOf(post: PlannedPost) {
    const { id } = post
    const source = this.snapshot.publishedPost(id)?.body
    if (source === undefined) throw new Error('the snapshot gave other posts the second time')
    return { id, source, wantsContent: this.#inFeeds.has(post) }
  }

  async #takePost({ id, facts, pointers, ids, content, bytes, hash }: RenderedPostPage): Promise<void> {
    const post = this.#site.plan.byId.get(id)
    if (post === undefined) throw new Error(`the site has no post ${id}`)
    const known = { ...facts, digest: this.#site.digestOf(id), pointers }
    this.#learned.set(id, { ...known, ids })
    if (content !== null) this.#contents.keepContent(id, this.#fingerprints.content(post, known), content)
    const fingerprint = this.#fingerprints.post(post, known)
    await this.sink.take({ kind: 'page', file: this.#file(post.path), content: bytes }, { fingerprint, hash })
  }

  async #renderLists(renderers: Renderers, lists: readonly ListPage[]): Promise<void> {
    const tasks = function* (this: Build): Generator<RenderTask> {
      for (const batch of inBatches(lists))
        yield { kind: 'lists', lists: batch.map((list) => this.#listJob(list)) }
    }.call(this)
    const left = lists.values()
    for await (const { bytes, hash } of inOrder(renderers, tasks)) {
      const list = left.next().value
      if (list === undefined) throw new Error('more lists came back than were asked for')
      const fingerprint = this.#fingerprints.list(list)
      await this.sink.take(
        { kind: 'page', file: this.#file(list.path), content: bytes },
        { fingerprint, hash },
      )
    }
  }

  #listJob({ path, posts }: ListPage): ListJob {
    const excerpts = posts.flatMap((post): [PostId, string][] =>
      post.summary === '' ? [[post.id, this.#factsOf(post)?.excerpt ?? '']] : [],
    )
    return { path, excerpts: new Map(excerpts) }
  }

  #renderers(posts: number): Renderers {
    const { rendererFile, threads } = this.options
    if (rendererFile === undefined || posts < fewPages) return renderHere(this.#site, this.#anchors)
    return renderInThreads(rendererFile, { setup: this.#site.setup, anchors: this.#anchors }, threads)
  }

  /** The ids in the posts that others point into: whether a heading is there is known before the link is written. */
  #findAnchors(): Anchors {
    const { plan } = this.#site
    const pointedAt = new Set<PlannedPost>()
    for (const post of plan.byId.values()) {
      const pointers =
        this.#factsOf(post)?.pointers ?? pointersIn(this.snapshot.publishedPost(post.id)?.body ?? '')
      for (const slug of pointers) {
        const target = plan.postBySlug.get(slug)
        if (target !== undefined) pointedAt.add(target)
      }
    }
    return new Map([...pointedAt].map((post) => [post.path, this.#idsOf(post)]))
  }

  #idsOf(post: PlannedPost): ReadonlySet<string> {
    if (this.#factsOf(post) !== undefined) return new Set(this.options.cache?.ids(post.id))
    return anchorsOf(this.snapshot.publishedPost(post.id)?.body ?? '')
  }

  #file(path: string): string {
    return fileOf(this.#site.plan.address, path)
  }
}

function setupOf(snapshot: LibrarySnapshot, { themeFolder, libraryPath }: BuildOptions): SiteSetup {
  const settings = snapshot.site()
  return {
    themeFolder,
    libraryPath,
    settings,
    tagDescriptions: snapshot.tagDescriptions(),
    related: settings.related === 0 ? new Map() : relatedPosts(snapshot.relatables(), settings.related),
    formerAddresses: snapshot.formerAddresses(),
    posts: snapshot.published(),
    assets: snapshot.assets(),
  }
}

type Contents = Pick<SiteCache, 'content' | 'keepContent'>

function contentsInMemory(): Contents {
  const kept = new Map<PostId, string>()
  return { content: (id) => kept.get(id), keepContent: (id, _fingerprint, html) => kept.set(id, html) }
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize)
}

/** The pages of tasks in the tasks' order, while as many tasks are on the way as is worth it. */
async function* inOrder(renderers: Renderers, tasks: Iterable<RenderTask>): AsyncGenerator<RenderedPage> {
  const under: Promise<readonly RenderedPage[]>[] = []
  for (const task of tasks) {
    const pages = renderers.run(task)
    // When another task fails, nobody waits for this one any more.
    pages.catch(() => undefined)
    under.push(pages)
    if (under.length < renderers.parallel) continue
    yield* (await under.shift()) ?? []
  }
  for (const pages of under) yield* await pages
}
