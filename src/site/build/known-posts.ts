import type { PostId } from '../../document'
import { feedsOf } from '../feeds'
import type { PlannedPost } from '../plan'
import type { PostFacts } from './facts'
import type { RenderedPostPage } from './renderers'
import type { EndedExport, SiteCache } from './site-cache'
import type { SiteRenderer } from './site-renderer'

/** What was learned, for the next export. */
export type Learned = Pick<EndedExport, 'facts' | 'gonePosts'>

/** What an export knows of posts: from earlier ones as long as a post is the same, and from rendering it. */
export class KnownPosts {
  readonly #before: ReadonlyMap<PostId, PostFacts>
  readonly #learned = new Map<PostId, PostFacts & { ids: readonly string[] }>()
  /** Texts that could not be kept elsewhere. */
  readonly #contents = new Map<PostId, string>()
  readonly #inFeeds: ReadonlySet<PlannedPost>

  constructor(
    private readonly site: SiteRenderer,
    private readonly cache: SiteCache | undefined,
  ) {
    this.#before = cache?.facts() ?? new Map()
    this.#inFeeds = new Set(feedsOf(site.plan).flatMap((feed) => feed.posts))
  }

  get learned(): Learned {
    const { byId } = this.site.plan
    return { facts: this.#learned, gonePosts: [...this.#before.keys()].filter((id) => !byId.has(id)) }
  }

  /** Undefined when the post has to be rendered to know them. */
  factsOf({ id }: PlannedPost): PostFacts | undefined {
    const learned = this.#learned.get(id)
    if (learned !== undefined) return learned
    const known = this.#before.get(id)
    return known?.digest === this.site.digestOf(id) ? known : undefined
  }

  /** The ids on the page of a post whose facts are known. */
  idsOf({ id }: PlannedPost): ReadonlySet<string> {
    return new Set(this.#learned.get(id)?.ids ?? this.cache?.ids(id))
  }

  learn({ id, facts, pointers, ids }: RenderedPostPage): PostFacts {
    const known = { ...facts, digest: this.site.digestOf(id), pointers }
    this.#learned.set(id, { ...known, ids })
    return known
  }

  isInFeeds(post: PlannedPost): boolean {
    return this.#inFeeds.has(post)
  }

  /** A post's text as feeds show it; undefined when it has to be rendered. */
  content({ id }: PlannedPost, fingerprint: string): string | undefined {
    return this.#contents.get(id) ?? this.cache?.content(id, fingerprint)
  }

  keepContent({ id }: PlannedPost, fingerprint: string, html: string): void {
    if (this.cache?.keepContent(id, fingerprint, html) !== true) this.#contents.set(id, html)
  }
}
