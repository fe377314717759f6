import type { Library, LibrarySnapshot } from '../library'
import { archivePages, authorPage, searchPage } from './archive-pages'
import { renderContent } from './content'
import { contentType } from './content-types'
import { makerOf } from './page-maker'
import {
  type Card,
  indexPages,
  type ListPage,
  notFoundPage,
  type PageMaker,
  postPage,
  seriesPage,
  tagPages,
  tagsPage,
} from './pages'
import { type PlannedPost, planSite } from './plan'
import { References } from './references'
import { titleIn } from './site-values'
import { loadTheme, type Theme } from './theme'
import { findTheme, type ThemePlaces } from './themes/find-theme'
import { tableOfContents } from './toc'
import { Warnings } from './warnings'

/** A page to look at. */
interface PreviewedPage {
  readonly path: string
  readonly title: string
  readonly kind: 'list' | 'post' | 'page' | 'tag' | 'not-found'
}

/** What is at an address of the preview. */
interface PreviewAnswer {
  readonly status: 200 | 404
  readonly type: string
  readonly body: string | Uint8Array<ArrayBuffer>
}

/** A site that is ready to be looked at, page by page. */
interface Ready {
  readonly maker: PageMaker
  readonly lists: ReadonlyMap<string, ListPage>
  readonly postByPath: ReadonlyMap<string, PlannedPost>
  readonly references: References
}

/** Sites that are kept ready: the one that is looked at, and small pictures of it in other themes. */
const mostReady = 6

/**
 * The site as an export would make it now, a page at a time and without writing anything. What all pages need is
 * made once and kept until the library changes. Pictures are shown as they are, not in the sizes of the export.
 */
export class SitePreview {
  readonly #library: Library
  readonly #places: ThemePlaces
  readonly #ready = new Map<string, Ready>()
  readonly #stop: () => void
  #revision = 0

  constructor(library: Library, places: ThemePlaces) {
    this.#library = library
    this.#places = places
    this.#stop = library.onChange(() => {
      this.#revision++
      this.#ready.clear()
    })
  }

  /** Another number whenever anything of the library has changed since. */
  get revision(): number {
    return this.#revision
  }

  close(): void {
    this.#stop()
    this.#ready.clear()
  }

  /** A page of each kind that the site has. Throws `theme`. */
  pages(): PreviewedPage[] {
    const { maker } = this.#prepare('/')
    const { plan, theme } = maker
    const words = theme.words(plan.settings.language)
    const list = (path: string, title: string): PreviewedPage => ({ path, title, kind: 'list' })
    const post = (kind: 'post' | 'page', prefix: string) => (planned: PlannedPost) => ({
      path: planned.path,
      title: `${prefix}${titleIn(words, planned)}`,
      kind,
    })
    const [tag] = [...plan.tags].sort((a, b) => b.count - a.count)
    const series = plan.series.slice(0, 1)
    return [
      list('/', 'First page'),
      ...plan.posts.slice(0, 5).map(post('post', 'Post: ')),
      ...plan.pages.slice(0, 20).map(post('page', '')),
      ...(tag === undefined
        ? []
        : [list('/tags/', 'Tags'), { path: tag.path, title: `Tag: ${tag.name}`, kind: 'tag' as const }]),
      list('/archive/', 'Archive'),
      ...series.map(({ path, name }) => list(path, `Series: ${name}`)),
      ...(plan.settings.author === '' ? [] : [list('/author/', 'Author')]),
      ...(plan.settings.search ? [list('/search/', 'Search')] : []),
      { path: '/404.html', title: 'Page not found', kind: 'not-found' },
    ]
  }

  /**
   * What a reader would find at `path` of the site; its page for what isn't there otherwise. Throws `theme`.
   * @param path decoded, `/tags/x/`
   * @param base what links inside the site start with: `/site/`
   * @param theme the folder's name, when it isn't the one that the site has
   */
  answer(path: string, base: string, theme?: string): PreviewAnswer {
    const ready = this.#prepare(base, theme)
    const asset = [...ready.maker.theme.assets.values()].find((each) => each.path === path)
    if (asset !== undefined)
      return { status: 200, type: contentType(asset.path), body: new Uint8Array(asset.bytes) }
    const found = this.#page(ready, path) ?? this.#page(ready, `${path}/`)
    return {
      status: found === undefined ? 404 : 200,
      type: 'text/html; charset=utf-8',
      body: found ?? notFoundPage(ready.maker).render(() => neverShown()),
    }
  }

  #page(ready: Ready, path: string): string | undefined {
    const list = ready.lists.get(path)
    if (list !== undefined) return list.render((post) => this.#card(ready, post))
    const post = ready.postByPath.get(path)
    return post && this.#post(ready, post)
  }

  #post({ maker, references }: Ready, post: PlannedPost): string {
    const { posts } = maker.plan
    const rendered = renderContent(post, this.#body(post), references)
    const toc = tableOfContents(rendered.headings, post.words)
    const place = post.kind === 'post' ? posts.indexOf(post) : Number.NaN
    const neighbours = { newer: posts[place - 1] ?? null, older: posts[place + 1] ?? null }
    return postPage(maker, post, { ...rendered, cover: coverOf(post, references), toc }, neighbours)
  }

  #card({ references }: Ready, post: PlannedPost): Card {
    const excerpt = post.summary || renderContent(post, this.#body(post), references).excerpt
    return { post, cover: coverOf(post, references), excerpt }
  }

  /** The text that the site shows, which is not what is being written since. */
  #body({ id, hasChanges }: PlannedPost): string {
    return hasChanges ? this.#library.history.read(id, 'released').body : (this.#library.post(id)?.body ?? '')
  }

  #prepare(base: string, themeName?: string): Ready {
    const key = `${base} ${themeName ?? ''}`
    const kept = this.#ready.get(key)
    if (kept !== undefined) return kept
    const snapshot = this.#library.snapshot()
    try {
      const settings = snapshot.site()
      const theme = loadTheme(findTheme(themeName ?? settings.theme, this.#places), settings.themeSettings)
      const ready = this.#make(snapshot, theme, base)
      const [oldest] = this.#ready.keys()
      if (oldest !== undefined && this.#ready.size >= mostReady) this.#ready.delete(oldest)
      this.#ready.set(key, ready)
      return ready
    } finally {
      snapshot.close()
    }
  }

  #make(snapshot: LibrarySnapshot, theme: Theme, base: string): Ready {
    // No host has this name: the preview stands under `base` of whatever serves it.
    const settings = { ...snapshot.site(), baseUrl: `https://preview.invalid${base}`, images: false }
    const read: LibrarySnapshot = Object.create(snapshot, { site: { value: () => settings } })
    const plan = planSite(read, theme.postsPerPage)
    const references = new References(
      plan,
      (path) => this.#library.asset(path),
      new Warnings(),
      undefined,
      (source) => this.#library.drawing(source),
    )
    const maker = makerOf(plan, theme)
    const posts = [...plan.posts, ...plan.pages]
    return {
      maker,
      references,
      lists: new Map([...listPagesOf(maker)].map((list) => [list.path, list])),
      postByPath: new Map(posts.map((post) => [post.path, post])),
    }
  }
}

function* listPagesOf(maker: PageMaker): Generator<ListPage> {
  const { plan } = maker
  yield* indexPages(maker)
  yield tagsPage(maker)
  for (const tag of plan.tags) yield* tagPages(maker, tag)
  for (const series of plan.series) yield seriesPage(maker, series)
  yield* archivePages(maker)
  yield authorPage(maker)
  if (plan.settings.search) yield searchPage(maker)
  yield notFoundPage(maker)
}

const coverOf = (post: PlannedPost, references: References) =>
  post.cover === null ? null : references.image(post, post.cover, 'cover')

function neverShown(): never {
  throw new Error('the page of what isn’t there shows no post')
}
