import { type Library, type LibrarySnapshot, relatedPosts } from '../library'
import { SiteRenderer, type SiteSetup } from './build/site-renderer'
import { renderContent } from './content'
import { contentType } from './content-types'
import type { LookStore } from './media-looks'
import type { ListPage } from './pages'
import type { PlannedPost } from './plan'
import { titleIn } from './site-values'
import { findTheme, type ThemePlaces } from './themes/find-theme'
import { Patience } from './themes/patience'
import { themeStamp } from './themes/theme-files'
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
  /** Of the theme's files when they were read. */
  readonly stamp: string
  readonly site: SiteRenderer
  readonly lists: ReadonlyMap<string, ListPage>
  readonly postByPath: ReadonlyMap<string, PlannedPost>
}

/** Sites that are kept ready: the one that is looked at, and small pictures of it in other themes. */
const mostReady = 6

/**
 * The site as an export would make it now, a page at a time and without writing anything. What all pages need is
 * made once and kept until the library or the theme changes. Pictures are shown as they are, not in the sizes of the export.
 */
export class SitePreview {
  readonly #library: Library
  readonly #places: ThemePlaces
  readonly #ready = new Map<string, Ready>()
  readonly #looks = looksInMemory()
  /** With themes, in all previews of this library. */
  readonly patience = new Patience()
  readonly #stop: () => void
  #posts: PostsSetup | undefined
  #revision = 0

  constructor(library: Library, places: ThemePlaces) {
    this.#library = library
    this.#places = places
    const site = library.siteId()
    this.#stop = library.onChange(({ documents }) => {
      this.#revision++
      this.#ready.clear()
      // A setting changes every page, and nothing of what the posts are.
      if (documents.length === 0 || documents.some((id) => id !== site)) this.#posts = undefined
    })
  }

  /** Another number whenever anything of the library has changed since. */
  get revision(): number {
    return this.#revision
  }

  close(): void {
    this.#stop()
    this.#ready.clear()
    this.#posts = undefined
  }

  /** A page of each kind that the site has. Throws `theme`. */
  pages(): PreviewedPage[] {
    const { plan, maker } = this.#prepare('/site/').site
    const words = maker.theme.words(plan.settings.language)
    const list = (path: string, title: string): PreviewedPage => ({ path, title, kind: 'list' })
    const post = (kind: 'post' | 'page', prefix: string) => (planned: PlannedPost) => ({
      path: planned.path,
      title: `${prefix}${titleIn(words, planned)}`,
      kind,
    })
    const [tag] = [...plan.tags].sort((a, b) => b.count - a.count)
    return [
      list('/', 'First page'),
      ...plan.posts.slice(0, 5).map(post('post', 'Post: ')),
      ...plan.pages.slice(0, 20).map(post('page', '')),
      ...(tag === undefined
        ? []
        : [list('/tags/', 'Tags'), { path: tag.path, title: `Tag: ${tag.name}`, kind: 'tag' as const }]),
      list('/archive/', 'Archive'),
      ...plan.series.slice(0, 1).map(({ path, name }) => list(path, `Series: ${name}`)),
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
    const asset = [...ready.site.maker.theme.assets.values()].find((each) => each.path === path)
    if (asset !== undefined)
      return { status: 200, type: contentType(asset.path), body: new Uint8Array(asset.bytes) }
    const found = this.#page(ready, path) ?? this.#page(ready, `${path}/`)
    return {
      status: found === undefined ? 404 : 200,
      type: 'text/html; charset=utf-8',
      body: found ?? ready.site.renderList('/404.html', new Map()),
    }
  }

  #page({ site, lists, postByPath }: Ready, path: string): string | undefined {
    const list = lists.get(path)
    if (list !== undefined) return site.renderList(path, new Map(this.#excerpts(site, list)))
    const post = postByPath.get(path)
    return post && site.renderPost(post, this.#body(post), new Map()).html
  }

  *#excerpts(site: SiteRenderer, { posts }: ListPage): Generator<[PlannedPost['id'], string]> {
    const references = site.references(new Warnings())
    for (const post of posts) {
      if (post.summary === '') yield [post.id, renderContent(post, this.#body(post), references).excerpt]
    }
  }

  /** The text that the site shows, which is not what is being written since. */
  #body({ id, hasChanges }: PlannedPost): string {
    return hasChanges ? this.#library.history.read(id, 'released').body : (this.#library.post(id)?.body ?? '')
  }

  #prepare(base: string, theme?: string): Ready {
    const key = `${base} ${theme ?? ''}`
    const kept = this.#ready.get(key)
    if (kept !== undefined && kept.stamp === stampOf(kept.site.setup)) return kept
    const setup = this.#setup(base, theme)
    const stamp = stampOf(setup)
    const site = new SiteRenderer(setup, new Warnings(), this.#looks, undefined, this.patience)
    const posts = [...site.plan.posts, ...site.plan.pages]
    const postByPath = new Map(posts.map((post) => [post.path, post]))
    const ready = { stamp, site, lists: site.lists(), postByPath }
    const [oldest] = this.#ready.keys()
    if (oldest !== undefined && this.#ready.size >= mostReady) this.#ready.delete(oldest)
    this.#ready.set(key, ready)
    return ready
  }

  #setup(base: string, theme: string | undefined): SiteSetup {
    const snapshot = this.#library.snapshot()
    try {
      this.#posts ??= new PostsSetup(snapshot)
      const settings = snapshot.site()
      const { posts, formerAddresses } = this.#posts
      const related = this.#posts.related(this.#library, settings.related)
      return {
        themeFolder: findTheme(theme ?? settings.theme, this.#places),
        libraryPath: this.#library.path,
        // No host has this name: the preview stands under `base` of whatever serves it.
        settings: {
          ...settings,
          images: false,
          socialImages: false,
          baseUrl: `https://preview.invalid${base}`,
        },
        tagDescriptions: snapshot.tagDescriptions(),
        get related() {
          return related()
        },
        formerAddresses,
        posts,
        assets: snapshot.assets(),
      }
    } finally {
      snapshot.close()
    }
  }
}

const stampOf = ({ themeFolder }: SiteSetup) =>
  themeStamp(typeof themeFolder === 'string' ? [themeFolder] : themeFolder)

/** What the site has of posts, read once. Which are related is found out when a post is looked at. */
class PostsSetup {
  readonly posts: SiteSetup['posts']
  readonly formerAddresses: SiteSetup['formerAddresses']
  readonly #related = new Map<number, SiteSetup['related']>()

  constructor(snapshot: LibrarySnapshot) {
    this.posts = snapshot.published()
    this.formerAddresses = snapshot.formerAddresses()
  }

  related(library: Library, count: number): () => SiteSetup['related'] {
    return () => {
      const found = this.#related.get(count) ?? relatedIn(library, count)
      this.#related.set(count, found)
      return found
    }
  }
}

function relatedIn(library: Library, count: number): SiteSetup['related'] {
  if (count === 0) return new Map()
  const snapshot = library.snapshot()
  try {
    return relatedPosts(snapshot.relatables(), count)
  } finally {
    snapshot.close()
  }
}

/** An original never changes: what was found in one holds for as long as the preview does. */
function looksInMemory(): LookStore {
  const kept = new Map<string, string>()
  return { look: (hash) => kept.get(hash), keepLook: (hash, look) => void kept.set(hash, look) }
}
