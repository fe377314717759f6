import { hrefOf, tagPath } from './addresses'
import { dateFormatter, dayFormatter, type ShownDate } from './dates'
import { webUrl } from './escape'
import type { PageMaker } from './pages'
import type { PlannedPost, PlannedSeries, SitePlan } from './plan'
import { findPath, findPost } from './redirects'
import type { SiteTag } from './tag-addresses'

/** Languages that run from right to left. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])
export const directionOf = (language: string) =>
  rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

interface NamedLink {
  readonly name: string
  readonly url: string
}

/** What is the same on all pages of a site, made once. */
export interface SiteValues {
  /** What every layout gets, but for `head`. */
  readonly shared: { readonly words: object; readonly settings: object; readonly site: object }
  readonly words: Readonly<Record<string, string>>
  readonly showDate: (date: string) => ShownDate
  /** Day and month. */
  readonly showDay: (date: string) => string
  readonly href: (path: string) => string
  tagOf(tag: SiteTag): NamedLink
  seriesOf(post: PlannedPost): PlannedSeries | undefined
}

const made = new WeakMap<PageMaker, SiteValues>()

/** The values of the maker's site; made at the first call, and a function of the maker alone. */
export function siteValues(maker: PageMaker): SiteValues {
  let values = made.get(maker)
  if (values === undefined) {
    values = makeSiteValues(maker)
    made.set(maker, values)
  }
  return values
}

function makeSiteValues(maker: PageMaker): SiteValues {
  const { plan, theme } = maker
  const { language } = plan.settings
  const words = theme.words(language)
  const tags = new Map<SiteTag, NamedLink>()
  const series = new Map(plan.series.flatMap((each) => each.posts.map((post) => [post.id, each] as const)))
  const href = (path: string) => hrefOf(plan.address, path)
  return {
    shared: { words, settings: theme.settings, site: valuesOfSite(maker, words) },
    words,
    showDate: dateFormatter(language),
    showDay: dayFormatter(language),
    href,
    tagOf(tag) {
      let link = tags.get(tag)
      if (link === undefined) {
        link = { name: tag.name, url: href(tagPath(tag.slug)) }
        tags.set(tag, link)
      }
      return link
    },
    seriesOf: (post) => series.get(post.id),
  }
}

function valuesOfSite(maker: PageMaker, words: Readonly<Record<string, string>>): object {
  const { plan } = maker
  const { title, tagline, author, language, footer, social, search } = plan.settings
  const href = (path: string) => hrefOf(plan.address, path)
  const pages = plan.pages.map((page) => ({ title: titleIn(words, page), url: href(page.path) }))
  const hasTags = maker.hasTags ?? plan.tags.length > 0
  return {
    title,
    tagline,
    author,
    language,
    direction: directionOf(language),
    footer,
    logo: plan.logo && { src: href(`/${plan.logo.path}`), width: plan.logo.width, height: plan.logo.height },
    url: href('/'),
    tagsUrl: href('/tags/'),
    archiveUrl: href('/archive/'),
    authorUrl: author === '' ? null : href('/author/'),
    searchUrl: search ? href('/search/') : null,
    feedUrl: href('/feed.xml'),
    hasTags,
    pages,
    social: social.flatMap(({ name, url }) => (webUrl(url) === null ? [] : [{ name, url }])),
    menu: plan.settings.menu.length > 0 ? menuOf(plan) : defaultMenu(plan, pages, words, hasTags),
  }
}

interface MenuEntry {
  readonly label: string
  readonly url: string
}

function defaultMenu(
  plan: SitePlan,
  pages: readonly { readonly title: string; readonly url: string }[],
  words: Readonly<Record<string, string>>,
  hasTags: boolean,
): MenuEntry[] {
  const href = (path: string) => hrefOf(plan.address, path)
  return [
    ...pages.map(({ title, url }) => ({ label: title, url })),
    ...(hasTags ? [{ label: words.tags ?? 'Tags', url: href('/tags/') }] : []),
    { label: words.archive ?? 'Archive', url: href('/archive/') },
    ...(plan.settings.search ? [{ label: words.search ?? 'Search', url: href('/search/') }] : []),
  ]
}

/** The writer's own menu, without what leads nowhere inside the site. */
function menuOf(plan: SitePlan): MenuEntry[] {
  return plan.settings.menu.flatMap(({ label, link }) => {
    const url = menuLink(plan, link)
    return url === null ? [] : [{ label, url }]
  })
}

/** Where an entry of the menu leads; null when it leads nowhere inside the site. */
export function menuLink(plan: SitePlan, link: string): string | null {
  if (/^(https?|mailto|tel):/i.test(link)) return link
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link) ?? []
  const slug = /^(?:\.?\/)?([^/]+)\.md$/.exec(path)?.[1]
  if (slug === undefined && !path.startsWith('/')) return null
  // A preview knows one post alone: there every path may lead somewhere.
  const isPreview = plan.paths.size === 0
  const found = slug === undefined ? (isPreview ? path : findPath(plan, path)) : findPost(plan, slug)
  return found === null ? null : hrefOf(plan.address, found) + rest
}

/** What a page calls a post; one without a title still needs a link that can be read and clicked. */
export const titleIn = (words: Readonly<Record<string, string>>, post: PlannedPost) =>
  post.title.trim() || (words.untitled ?? post.slug)
