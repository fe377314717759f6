import type { PostId } from '../../document'
import type { Asset } from '../../library'
import type { Recipe } from '../images/recipe'
import { seriesValues } from '../page-values'
import type { ListPage } from '../pages'
import type { PlannedPost } from '../plan'
import type { Anchors, References, ShownImage } from '../references'
import { siteValues } from '../site-values'
import type { Warnings } from '../warnings'
import type { PostFacts } from './facts'
import { sha256 } from './seal'
import type { SiteRenderer } from './site-renderer'

/** Goes up when this program comes to make other pages of the same library and theme. */
export const rendererVersion = '5'

/**
 * Says by a short text what each page is made of: while it is the same, so is the page. It holds everything that a
 * layout is given (`pages.ts`), and nothing else.
 */
export class Fingerprints {
  readonly #site: string
  readonly #references: References
  #anchorsFor: (post: PlannedPost) => Anchors = () => new Map()
  /** Of the post whose links are followed. */
  #anchors: Anchors = new Map()
  readonly #cards = new Map<PostId, string>()
  readonly #resolved = new Map<PostId, { readonly key: string; readonly warnings: readonly string[] }>()
  /** What is said while one post's links are followed. */
  #said: string[] = []

  constructor(
    private readonly site: SiteRenderer,
    private readonly warnings: Warnings,
    private readonly factsOf: (post: PlannedPost) => PostFacts | undefined,
  ) {
    const said = { add: (sentence: string) => this.#said.push(sentence) }
    this.#references = site.references(said, () => this.#anchors)
    this.#site = hash([rendererVersion, ...siteInputs(site)])
  }

  /** Has links to headings followed from now on. Posts that have some must not have been asked for before. */
  follow(anchorsFor: (post: PlannedPost) => Anchors): void {
    this.#anchorsFor = anchorsFor
  }

  /** Of what is on the page of a post. Its facts must be known. */
  post(post: PlannedPost, facts: PostFacts): string {
    const { newer, older } = this.site.neighbours(post)
    return hash([
      this.#site,
      this.content(post, facts),
      post.path,
      ...post.tags.flatMap(({ name, slug }) => [name, slug]),
      ...[newer, older].flatMap(linkTo),
      JSON.stringify(seriesValues(this.site.maker, post)),
      ...this.site.related(post).map((other) => this.card(other)),
    ])
  }

  /** Of a post's text as it is shown: it hangs on the text and on where its links and pictures lead. */
  content(post: PlannedPost, facts: PostFacts): string {
    const known = this.#resolved.get(post.id)
    if (known !== undefined) return known.key
    this.#said = []
    this.#anchors = this.#anchorsFor(post)
    const leads = [...this.#resolve(post, facts)]
    const key = leads.length === 0 ? facts.digest : hash([facts.digest, ...leads])
    this.#resolved.set(post.id, { key, warnings: this.#said })
    return key
  }

  /** The same of a post whose facts are known. */
  contentOf(post: PlannedPost): string {
    return this.#resolved.get(post.id)?.key ?? ''
  }

  /** Says what leads nowhere, in the order of the posts. Every post's fingerprint must have been asked for. */
  warn(): void {
    for (const id of this.site.plan.byId.keys()) {
      for (const sentence of this.#resolved.get(id)?.warnings ?? []) this.warnings.add(sentence)
    }
  }

  /** What has to be made for the pictures that posts show, by file. */
  made(): ReadonlyMap<string, Recipe> {
    return this.#references.made
  }

  /** The originals that posts refer to, by path. */
  assets(): Asset[] {
    return [...this.#references.assets.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** Of a page beside the posts' own. */
  list({ path, posts, shows }: ListPage): string {
    return hash([this.#site, path, shows, ...posts.map((post) => this.card(post))])
  }

  /** Of any file that is made of the site's settings and theme, and of `parts`. */
  file(...parts: readonly string[]): string {
    return hash([this.#site, ...parts])
  }

  card(post: PlannedPost): string {
    const known = this.#cards.get(post.id)
    if (known !== undefined) return known
    const { title, path, date, minutes, tags, cover } = post
    const image = cover === null ? null : this.#references.image(post, cover, 'card')
    const excerpt = post.summary || (this.factsOf(post)?.excerpt ?? '')
    const names = tags.flatMap((tag) => [tag.name, tag.slug])
    const made = JSON.stringify([title, path, date, minutes, excerpt, image && imageInputs(image), names])
    this.#cards.set(post.id, made)
    return made
  }

  /** Where each link and picture of a post leads; what leads nowhere is warned of. */
  *#resolve(post: PlannedPost, facts: PostFacts): Generator<string> {
    for (const [href, written] of facts.links)
      yield this.#references.link(post, href, () => written ?? href) ?? ''
    for (const src of facts.images) {
      const image = this.#references.image(post, src)
      yield image === null ? '' : imageInputs(image)
    }
    for (const source of facts.drawings) {
      const drawing = this.#references.drawing(post, source)
      yield drawing === null ? '' : imageInputs(drawing)
    }
    if (post.cover !== null) {
      const cover = this.#references.image(post, post.cover, 'cover')
      yield cover === null ? '' : imageInputs(cover)
    }
    for (const id of facts.deadAnchors) this.#references.warnOfAnchor(post, id)
  }
}

/** What every page of a site hangs on. */
function* siteInputs({ setup, maker }: SiteRenderer): Generator<string> {
  yield maker.theme.fingerprint
  yield JSON.stringify(setup.settings)
  yield JSON.stringify(siteValues(maker).shared)
}

const linkTo = (post: PlannedPost | null) => (post === null ? [''] : [post.title, post.path, post.date])

const imageInputs = (image: ShownImage) => JSON.stringify(image)

/** 128 bits: enough that no two pages of anybody's site share one by chance. */
function hash(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 22)
}
