import type { PostId, SiteSettings } from '../../document'
import {
  type Asset,
  assetFileIn,
  drawingsAmong,
  type LibrarySnapshot,
  type PublishedPost,
} from '../../library'
import { hrefOf } from '../addresses'
import { renderContent } from '../content'
import type { SocialImage } from '../head'
import type { SocialRecipe } from '../images/recipe'
import { pagesOfLists } from '../list-pages'
import { MediaFiles } from '../media-files'
import type { LookStore } from '../media-looks'
import { makerOf } from '../page-maker'
import { type Card, type ListPage, type PageMaker, type PostBody, postPage, titleOf } from '../pages'
import { type PlannedPost, planOf, type SitePlan } from '../plan'
import { type Anchors, References } from '../references'
import { type SocialLook, socialFile, socialLook, socialRecipe, socialSize } from '../social/social-recipe'
import { loadTheme, type Theme } from '../theme'
import type { Patience } from '../themes/patience'
import type { ThemeFolders } from '../themes/theme-files'
import { tableOfContents } from '../toc'
import { Warnings } from '../warnings'
import type { PostFacts } from './facts'
import { type Highlights, openHighlights } from './highlights'

/** What a site is made of but the texts of its posts: plain data, equal in every thread that renders. */
export interface SiteSetup {
  readonly themeFolder: string | ThemeFolders
  readonly libraryPath: string
  readonly settings: SiteSettings
  readonly tagDescriptions: Readonly<Record<string, string>>
  /** Posts that have much in common with each, the nearest first. */
  readonly related: ReadonlyMap<PostId, readonly PostId[]>
  readonly formerAddresses: ReturnType<LibrarySnapshot['formerAddresses']>
  /** Newest first. */
  readonly posts: readonly PublishedPost[]
  readonly assets: readonly Asset[]
  /** Where coloured code is kept. */
  readonly highlightsFile?: string | undefined
}

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
  readonly highlights: Highlights
  readonly #places: ReadonlyMap<PostId, number>
  #lists: ReadonlyMap<string, ListPage> | undefined

  readonly #look: SocialLook | null
  readonly #digests: ReadonlyMap<PostId, string>
  readonly #drawing: (source: string) => Asset | undefined

  constructor(
    readonly setup: SiteSetup,
    readonly warnings: Warnings = new Warnings(),
    looks?: LookStore,
    theme: Theme = loadTheme(setup.themeFolder, setup.settings.themeSettings),
    patience?: Patience,
  ) {
    const assets = new Map(setup.assets.map((asset) => [asset.path, asset]))
    this.plan = planOf({ ...setup, logo: assets.get(setup.settings.logo) ?? null }, theme.postsPerPage)
    this.maker = makerOf(this.plan, theme, patience)
    const source = {
      asset: (path: string) => assets.get(path),
      assetFile: (asset: Asset) => assetFileIn(setup.libraryPath, asset),
    }
    this.media = new MediaFiles(source, warnings, looks)
    this.highlights = openHighlights(setup.highlightsFile)
    this.#drawing = drawingsAmong(setup.assets)
    this.#look = setup.settings.socialImages ? lookOf(theme) : null
    this.#places = new Map(this.plan.posts.map(({ id }, index) => [id, index]))
    this.#digests = new Map(setup.posts.map(({ id, digest }) => [id, digest]))
  }

  digestOf(id: PostId): string {
    return this.#digests.get(id) ?? ''
  }

  /** Finds out where links and pictures lead; says what leads nowhere to `warnings`. */
  references(warnings: Pick<Warnings, 'add'>, anchorsFor?: (from: PlannedPost) => Anchors): References {
    return new References(this.plan, this.media.find, warnings, anchorsFor, this.#drawing)
  }

  /** The posts beside one in the list of all. */
  neighbours({ id }: PlannedPost) {
    const index = this.#places.get(id) ?? Number.NaN
    return { newer: this.plan.posts[index - 1] ?? null, older: this.plan.posts[index + 1] ?? null }
  }

  /** @param anchors those of the posts into which it points */
  renderPost(post: PlannedPost, source: string, anchors: Anchors): RenderedPost {
    const references = this.references(new Warnings(), () => anchors)
    const { html, headings, ids, excerpt, links, assets, drawings, deadAnchors } = renderContent(
      post,
      source,
      references,
      this.highlights.cache,
    )
    const cover = this.coverOf(post, references, 'cover')
    const social = this.#socialImage(post)
    const body: PostBody = { html, excerpt, cover, social, toc: tableOfContents(headings, post.words) }
    const related = this.related(post).map(
      (other): Card => ({
        post: other,
        cover: this.coverOf(other, references, 'card'),
        excerpt: other.summary,
      }),
    )
    return {
      html: postPage(this.maker, post, body, { ...this.neighbours(post), related }),
      content: html,
      facts: { excerpt, links, images: assets, drawings, deadAnchors },
      ids: [...ids],
    }
  }

  coverOf(post: PlannedPost, references: References, as: 'cover' | 'card') {
    return post.cover === null ? null : references.image(post, post.cover, as)
  }

  related({ id }: PlannedPost): PlannedPost[] {
    return (this.setup.related.get(id) ?? []).flatMap((other) => this.plan.byId.get(other) ?? [])
  }

  /** The pictures that others show beside a link to a post, by file. */
  *socialImages(): Generator<[string, SocialRecipe]> {
    for (const post of this.plan.byId.values()) {
      const recipe = this.#socialRecipe(post)
      if (recipe !== null) yield [socialFile(recipe), recipe]
    }
  }

  #socialRecipe(post: PlannedPost): SocialRecipe | null {
    if (this.#look === null || this.plan.address.origin === null) return null
    const title = titleOf(this.maker, post)
    const date = post.kind === 'page' ? '' : post.shownDate.text
    return socialRecipe(this.#look, this.setup.settings, { title, date })
  }

  #socialImage(post: PlannedPost): SocialImage | null {
    const recipe = this.#socialRecipe(post)
    if (recipe === null) return null
    return { src: hrefOf(this.plan.address, `/${socialFile(recipe)}`), ...socialSize, alt: recipe.title }
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
    const references = this.references(new Warnings())
    return list.render((post): Card => {
      const excerpt = post.summary || (excerpts.get(post.id) ?? '')
      return { post, cover: this.coverOf(post, references, 'card'), excerpt }
    })
  }
}

function lookOf({ assets, settings }: Theme): SocialLook {
  return socialLook(assets.get('site.css')?.bytes.toString('utf8') ?? '', settings.font)
}
