import type { PostId } from '../../document'
import type { LibrarySnapshot } from '../../library'
import { fileOf } from '../addresses'
import { nameOfPath } from '../anchors'
import type { ListPage } from '../pages'
import type { PlannedPost, SitePlan } from '../plan'
import type { Anchors } from '../references'
import type { Fingerprints } from './fingerprints'
import { HighlightKeeper } from './highlights'
import type { KnownPosts } from './known-posts'
import {
  type ListJob,
  type RenderedPage,
  type RenderedPostPage,
  type Renderers,
  type RenderTask,
  renderHere,
  renderInThreads,
} from './renderers'
import type { Sink } from './sink'
import type { SiteRenderer } from './site-renderer'

export interface PagesOptions {
  /** The built `render-worker.ts`; without it everything is rendered in this thread. */
  readonly rendererFile?: string | undefined
  /** With this one; as many as the machine has cores when left out, up to four. */
  readonly threads?: number | undefined
}

/** Below this many pages other threads would not be ready before this one is done. */
const fewPages = 40
/** Posts, or lists, that a thread is given at once. */
const batchSize = 12

/** Renders the pages of a site that are not as they were at the last export. */
export class PageBuild {
  /** The ids in posts into which others point; empty until all are known. */
  readonly #anchors = new Map<PlannedPost, ReadonlySet<string>>()
  #named: ReadonlyMap<string, readonly PlannedPost[]> | undefined
  readonly #highlights: HighlightKeeper
  #renderers: Renderers | undefined

  constructor(
    private readonly site: SiteRenderer,
    private readonly known: KnownPosts,
    private readonly fingerprints: Fingerprints,
    private readonly snapshot: Pick<LibrarySnapshot, 'publishedPost'>,
    private readonly options: PagesOptions,
    private readonly sink: Sink,
  ) {
    this.#highlights = new HighlightKeeper(site.setup.highlightsFile)
  }

  async all(): Promise<void> {
    try {
      const posts = await this.#posts()
      this.fingerprints.warn()
      // What lists show of a post is known now.
      const lists = [...this.site.lists().values()].filter(
        (list) => !this.sink.keepPage(this.#file(list.path), this.fingerprints.list(list)),
      )
      this.sink.expect(posts + lists.length)
      await this.#renderLists(lists)
      this.#highlights.flush()
    } finally {
      await this.#renderers?.close()
    }
  }

  /**
   * Posts that nothing is known of come first. Those among them that point at a heading of another post wait until
   * all are known: whether the heading is there has to be known before the link is written.
   * @returns how many were rendered
   */
  async #posts(): Promise<number> {
    const all = [...this.site.plan.byId.values()]
    const unknown = all.filter((post) => this.known.factsOf(post) === undefined)
    const before = all.filter((post) => this.known.factsOf(post) !== undefined)
    this.sink.expect(unknown.length)
    const waiting: PlannedPost[] = []
    for await (const page of this.#render(unknown)) {
      const post = this.#postOf(page)
      this.known.learn(page)
      if (this.#targetsOf(page).size > 0) waiting.push(post)
      else await this.#take(post, page)
    }
    this.#findAnchors(all)
    const again = [...waiting, ...before.filter((post) => !this.#isKept(post))]
    const rendered = unknown.length - waiting.length + again.length
    this.sink.expect(rendered)
    for await (const page of this.#render(again)) {
      this.known.learn(page)
      await this.#take(this.#postOf(page), page)
    }
    return rendered
  }

  #findAnchors(posts: readonly PlannedPost[]): void {
    for (const post of posts) {
      for (const target of this.#targetsOf(this.known.factsOf(post)))
        if (!this.#anchors.has(target)) this.#anchors.set(target, this.known.idsOf(target))
    }
    this.fingerprints.follow((post) => this.#anchorsFor(post))
  }

  /** The posts into which one points, by whatever name its links have for them. */
  #targetsOf(facts: { readonly pointers: readonly string[] } | undefined): ReadonlySet<PlannedPost> {
    const targets = new Set<PlannedPost>()
    for (const name of facts?.pointers ?? []) {
      this.#named ??= postsByName(this.site.plan)
      for (const target of this.#named.get(name) ?? []) targets.add(target)
    }
    return targets
  }

  #isKept(post: PlannedPost): boolean {
    const facts = this.known.factsOf(post)
    if (facts === undefined) return false
    const text = this.fingerprints.content(post, facts)
    const isEnough = !this.known.isInFeeds(post) || this.known.content(post, text) !== undefined
    return isEnough && this.sink.keepPage(this.#file(post.path), this.fingerprints.post(post, facts))
  }

  async #take(post: PlannedPost, { content, bytes, hash }: RenderedPostPage): Promise<void> {
    const facts = this.known.factsOf(post)
    if (facts === undefined) throw new Error(`nothing was learned of ${post.id}`)
    if (content !== null) this.known.keepContent(post, this.fingerprints.content(post, facts), content)
    const fingerprint = this.fingerprints.post(post, facts)
    await this.sink.take({ kind: 'page', file: this.#file(post.path), content: bytes }, { fingerprint, hash })
  }

  async *#render(posts: readonly PlannedPost[]): AsyncGenerator<RenderedPostPage> {
    const tasks = function* (this: PageBuild): Generator<RenderTask> {
      for (const batch of inBatches(posts)) {
        yield { kind: 'posts', posts: batch.map((post) => this.#jobOf(post)) }
      }
    }.call(this)
    for await (const page of inOrder(this.#renderersFor(posts.length), tasks, this.#highlights))
      yield page as RenderedPostPage
  }

  /** A page hangs on the posts into which it points itself, and on nothing that is rendered with it. */
  #anchorsFor(post: PlannedPost): Anchors {
    const anchors = new Map<string, ReadonlySet<string>>()
    if (this.#anchors.size === 0) return anchors
    for (const target of this.#targetsOf(this.known.factsOf(post))) {
      const ids = this.#anchors.get(target)
      if (ids !== undefined) anchors.set(target.path, ids)
    }
    return anchors
  }

  #jobOf(post: PlannedPost) {
    const source = this.snapshot.publishedPost(post.id)?.body
    if (source === undefined) throw new Error('the snapshot gave other posts the second time')
    return { id: post.id, source, anchors: this.#anchorsFor(post), wantsContent: this.known.isInFeeds(post) }
  }

  #postOf({ id }: RenderedPostPage): PlannedPost {
    const post = this.site.plan.byId.get(id)
    if (post === undefined) throw new Error(`the site has no post ${id}`)
    return post
  }

  async #renderLists(lists: readonly ListPage[]): Promise<void> {
    const tasks = function* (this: PageBuild): Generator<RenderTask> {
      for (const batch of inBatches(lists))
        yield { kind: 'lists', lists: batch.map((list) => this.#listJob(list)) }
    }.call(this)
    const left = lists.values()
    for await (const { bytes, hash } of inOrder(this.#renderersFor(lists.length), tasks, this.#highlights)) {
      const list = left.next().value
      if (list === undefined) throw new Error('more lists came back than were asked for')
      const made = { fingerprint: this.fingerprints.list(list), hash }
      await this.sink.take({ kind: 'page', file: this.#file(list.path), content: bytes }, made)
    }
  }

  #listJob({ path, posts }: ListPage): ListJob {
    const excerpts = posts.flatMap((post): [PostId, string][] =>
      post.summary === '' ? [[post.id, this.known.factsOf(post)?.excerpt ?? '']] : [],
    )
    return { path, excerpts: new Map(excerpts) }
  }

  /** Threads, once they run, are used for whatever comes after. */
  #renderersFor(pages: number): Renderers {
    if (this.#renderers !== undefined) return this.#renderers
    const { rendererFile, threads } = this.options
    if (rendererFile === undefined || pages < fewPages) return renderHere(this.site)
    this.#renderers = renderInThreads(rendererFile, this.site, threads, this.sink.signal)
    return this.#renderers
  }

  #file(path: string): string {
    return fileOf(this.site.plan.address, path)
  }
}

/** Posts by every name that a link may have for one: slugs, former ones, and the ends of paths. */
function postsByName({ byId, postByFormerSlug, redirects }: SitePlan): Map<string, PlannedPost[]> {
  const named = new Map<string, PlannedPost[]>()
  const give = (name: string, post: PlannedPost) => {
    const known = named.get(name)
    if (known === undefined) named.set(name, [post])
    else if (!known.includes(post)) known.push(post)
  }
  for (const post of byId.values()) {
    give(post.slug, post)
    give(nameOfPath(post.path), post)
  }
  for (const [slug, post] of postByFormerSlug) give(slug, post)
  for (const [path, post] of redirects) give(nameOfPath(path), post)
  return named
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += batchSize) yield items.slice(at, at + batchSize)
}

/** The pages of tasks in the tasks' order, while as many tasks are on the way as is worth it. */
async function* inOrder(
  renderers: Renderers,
  tasks: Iterable<RenderTask>,
  highlights: HighlightKeeper,
): AsyncGenerator<RenderedPage> {
  const under: Promise<readonly RenderedPage[]>[] = []
  for (const task of tasks) {
    const pages = renderers.run(task).then((result) => {
      highlights.add(result.highlights)
      return result.pages
    })
    // When another task fails, nobody waits for this one any more.
    pages.catch(() => undefined)
    under.push(pages)
    // What other threads have finished comes in as messages, for which this one has to look up.
    await new Promise(setImmediate)
    if (under.length >= renderers.most) yield* (await under.shift()) ?? []
  }
  for (const pages of under) yield* await pages
}
