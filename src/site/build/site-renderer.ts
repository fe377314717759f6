import type { PostId, SiteSettings } from '../../document'
import {
  type Asset,
  assetFileIn,
  drawingsAmong,
  type LibrarySnapshot,
  type PublishedPost,
} from '../../library'
import { renderContent } from '../content'
import { pagesOfLists } from '../list-pages'
import { MediaFiles } from '../media-files'
import { makerOf } from '../page-maker'
import { type Card, type ListPage, type PageMaker, type PostBody, postPage } from '../pages'
import { type PlannedPost, planOf, type SitePlan } from '../plan'
import { References } from '../references'
import { loadTheme } from '../theme'
import type { ThemeFolders } from '../themes/theme-files'
import { tableOfContents } from '../toc'
import { Warnings } from '../warnings'
import type { PostFacts } from './facts'

/** What a site is made of but the texts of its posts: plain data, equal in every thread that renders. */
export interface SiteSetup {
  readonly themeFolder: string | ThemeFolders
  readonly libraryPath: string
  readonly settings: SiteSettings
  readonly tagDescriptions: Readonly<Record<string, string>>
  readonly formerAddresses: ReturnType<LibrarySnapshot['formerAddresses']>
  /** Newest first. */
  readonly posts: readonly PublishedPost[]
  readonly assets: readonly Asset[]
}

/** The ids in the posts that others point into, by path. */
export type Anchors = ReadonlyMap<string, ReadonlySet<string>>

/** A post's page, and what was learned on the way. */
export interface RenderedPost {
  readonly html: string
  readonly facts: Omit<PostFacts, 'digest' | 'pointers'>
  /** Every id that comes from its text. */
  readonly ids: readonly string[]
  /** The text alone, for feeds. */
  readonly content: string
}

/** Renders the pages of one site. Pure but for the theme and the originals, which it reads once. */
export class SiteRenderer {
  readonly plan: SitePlan
  readonly maker: PageMaker
  readonly media: MediaFiles
  readonly #places: ReadonlyMap<PostId, number>
  #lists: ReadonlyMap<string, ListPage> | undefined

  readonly #digests: ReadonlyMap<PostId, string>
  readonly #drawing: (source: string) => Asset | undefined

  constructor(
    readonly setup: SiteSetup,
    readonly warnings: Warnings = new Warnings(),
  ) {
    const theme = loadTheme(setup.themeFolder, setup.settings.themeSettings)
    const assets = new Map(setup.assets.map((asset) => [asset.path, asset]))
    this.plan = planOf({ ...setup, logo: assets.get(setup.settings.logo) ?? null }, theme.postsPerPage)
    this.maker = makerOf(this.plan, theme)
    const source = {
      asset: (path: string) => assets.get(path),
      assetFile: (asset: Asset) => assetFileIn(setup.libraryPath, asset),
    }
    this.media = new MediaFiles(source, warnings)
    this.#drawing = drawingsAmong(setup.assets)
    this.#places = new Map(this.plan.posts.map(({ id }, index) => [id, index]))
    this.#digests = new Map(setup.posts.map(({ id, digest }) => [id, digest]))
  }

  digestOf(id: PostId): string {
    return this.#digests.get(id) ?? ''
  }

  /** Finds out where links and pictures lead; says what leads nowhere to `warnings`. */
  references(anchors: Anchors, warnings: Pick<Warnings, 'add'>): References {
    return new References(this.plan, this.media.find, warnings, anchors, this.#drawing)
  }

  /** The posts beside one in the list of all. */
  neighbours({ id }: PlannedPost) {
    const index = this.#places.get(id) ?? Number.NaN
    return { newer: this.plan.posts[index - 1] ?? null, older: this.plan.posts[index + 1] ?? null }
  }

  renderPost(post: PlannedPost, source: string, anchors: Anchors): RenderedPost {
    const references = this.references(anchors, new Warnings())
    const { html, headings, ids, excerpt, links, assets, drawings, deadAnchors } = renderContent(
      post,
      source,
      references,
    )
    const cover = this.coverOf(post, references)
    const body: PostBody = { html, excerpt, cover, toc: tableOfContents(headings, post.words) }
    return {
      html: postPage(this.maker, post, body, this.neighbours(post)),
      content: html,
      facts: { excerpt, links, images: assets, drawings, deadAnchors },
      ids: [...ids],
    }
  }

  coverOf(post: PlannedPost, references: References) {
    return post.cover === null ? null : references.image(post, post.cover, 'cover')
  }

  /** The pages beside the posts' own, by path. */
  lists(): ReadonlyMap<string, ListPage> {
    this.#lists ??= new Map([...pagesOfLists(this.maker)].map((list) => [list.path, list]))
    return this.#lists
  }

  /** @param excerpts the beginnings of posts that have no summary */
  renderList(path: string, excerpts: ReadonlyMap<PostId, string>): string {
    const list = this.lists().get(path)
    if (list === undefined) throw new Error(`the site has no list at ${path}`)
    const references = this.references(new Map(), new Warnings())
    return list.render((post): Card => {
      const excerpt = post.summary || (excerpts.get(post.id) ?? '')
      return { post, cover: this.coverOf(post, references), excerpt }
    })
  }
}
