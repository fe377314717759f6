import type { Post, SiteSettings } from '../document'
import type { Asset } from '../library'
import { siteAddress } from './addresses'
import { dateFormatter } from './dates'
import { type PageMaker, postPage } from './pages'
import { planPost } from './plan'
import { References } from './references'
import { titleIn } from './site-values'
import { socialLook, socialRecipe } from './social/social-recipe'
import { addressTags } from './tag-addresses'
import { prepareTemplates } from './templates'
import { loadTheme } from './theme'
import type { Patience } from './themes/patience'
import type { ThemeFolders } from './themes/theme-files'
import { Warnings } from './warnings'

/** Where the content goes in a preview's page: the screen puts its rendered blocks in this comment's place. */
export const contentMarker = '<!--longhand:content-->'

export interface PreviewOptions {
  /** What `findTheme` gave, or one folder. */
  readonly themeFolder: string | ThemeFolders
  /** What the theme's assets start with: `/theme/broadsheet/`. */
  readonly themeUrl: string
  /** Whether any post of the library has tags: a site with tags links to their page. */
  readonly hasTags?: boolean
  /** Kept from one preview to the next: a theme that is too slow keeps nobody twice. */
  readonly patience?: Patience
  /** Finds the cover among the library's assets. */
  asset(path: string): Asset | undefined
}

/**
 * The theme's page of a post as a reader would get it, with `contentMarker` instead of the content. Media
 * are under `/media/`, the theme's assets under `themeUrl`; a draft looks as it would when published.
 * Throws `theme`.
 */
export function previewPage(post: Post, site: SiteSettings, options: PreviewOptions): string {
  const theme = loadTheme(options.themeFolder, site.themeSettings)
  const planned = planPost(post, addressTags([post]), dateFormatter(site.language), site.permalink)
  const settings = { ...site, baseUrl: '' }
  const plan = {
    settings,
    address: siteAddress(''),
    postsPerPage: theme.postsPerPage,
    posts: [planned],
    postBySlug: new Map([[planned.slug, planned]]),
    tags: [],
    pages: [],
    series: [],
    tagDescriptions: {},
    byId: new Map([[planned.id, planned]]),
    paths: new Set<string>(),
    logo: null,
    redirects: new Map(),
    postByFormerSlug: new Map(),
  }
  const assetHref = (name: string) => (theme.assets.has(name) ? options.themeUrl + name : undefined)
  const maker: PageMaker = { plan, theme, templates: prepareTemplates(theme, assetHref, options.patience) }
  const references = new References(plan, (path) => options.asset(path), new Warnings())
  const cover = post.cover === null ? null : references.image(planned, post.cover)
  const body = { html: contentMarker, excerpt: '', cover, toc: [] }
  const hasTags = options.hasTags === true || planned.tags.length > 0
  return postPage({ ...maker, hasTags }, planned, body, { newer: null, older: null })
}

/**
 * The picture that the site makes for a post, as PNG; undefined where the settings ask for none. Throws `theme`.
 */
export async function previewSocialImage(
  post: Post,
  site: SiteSettings,
  themeFolder: PreviewOptions['themeFolder'],
): Promise<Buffer | undefined> {
  if (!site.socialImages) return undefined
  const theme = loadTheme(themeFolder, site.themeSettings)
  const planned = planPost(post, addressTags([post]), dateFormatter(site.language), site.permalink)
  const title = titleIn(theme.words(site.language), planned)
  const date = post.kind === 'page' ? '' : planned.shownDate.text
  const look = socialLook(theme.assets.get('site.css')?.bytes.toString('utf8') ?? '', theme.settings.font)
  // Its fonts are large, and few ask for it.
  const { makeSocialImage } = await import('./social/social-image')
  return makeSocialImage(socialRecipe(look, site, { title, date }))
}
