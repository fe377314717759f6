import { hrefOf, urlOf } from './addresses'
import { lastChanged, moment } from './dates'
import { escapeText, webUrl } from './escape'
import { feedLinks } from './feeds'
import { iconLinks } from './icons'
import { type Crumb, linkedData, siteData } from './linked-data'
import type { PlannedPost, PlannedTag, SitePlan } from './plan'
import { contentPolicy } from './policy'
import type { ShownImage } from './references'

/** A picture that others show beside a link to a page. */
export interface SocialImage {
  /** A link inside the site (`hrefOf`), or a whole URL. */
  readonly src: string
  readonly width: number
  readonly height: number
  /** What it shows, in words. */
  readonly alt: string
}

/** What the head of one page says. */
export interface HeadOfPage {
  /** What a tab and a search result show. */
  readonly title: string
  readonly description: string
  /** Where the page is; null for pages that are nowhere in particular (404). */
  readonly path: string | null
  /** The cover, for others to show where there is no picture made for it. */
  readonly image: ShownImage | null
  /** The post, on its own page. */
  readonly post: PlannedPost | null
  readonly social?: SocialImage | null
  /** Paths of the pages before and after this one in a list. */
  readonly previous?: string | null
  readonly next?: string | null
  /** The tag, on its own pages: it has feeds. */
  readonly tag?: PlannedTag | null
  /** The way to this page from the first one, without that; a post's own page when left out. */
  readonly trail?: readonly Crumb[]
  /** Whether it is the page to search with: it needs more than others, and no search engine needs it. */
  readonly isSearch?: boolean
}

/**
 * The elements that every theme's `<head>` needs and should not have to get right itself: encoding, policy, title,
 * description, canonical address, feeds, icons, neighbours, Open Graph, JSON-LD. Escaped HTML.
 */
export function headHtml(plan: SitePlan, page: HeadOfPage): string {
  const common = commonOf(plan)
  const url = page.path === null ? null : urlOf(plan.address, page.path)
  // A post that first appeared elsewhere points there; any other page at itself.
  const elsewhere = page.post?.canonicalUrl ? webUrl(page.post.canonicalUrl) : null
  const canonical = elsewhere ?? url
  const description = escapeText(page.description)
  const lines = [
    page.isSearch === true ? common.searchStart : common.start,
    `<title>${escapeText(page.title)}</title>`,
  ]
  if (description !== '') lines.push(`<meta name="description" content="${description}">`)
  if (page.path === null || page.isSearch === true) lines.push('<meta name="robots" content="noindex">')
  if (canonical !== null) lines.push(`<link rel="canonical" href="${escapeText(canonical)}">`)
  if (page.previous) lines.push(`<link rel="prev" href="${escapeText(hrefOf(plan.address, page.previous))}">`)
  if (page.next) lines.push(`<link rel="next" href="${escapeText(hrefOf(plan.address, page.next))}">`)
  lines.push(common.links)
  if (page.tag && plan.settings.tagFeeds)
    lines.push(...feedLinks(plan.address, page.tag.path, feedTitle(plan, page.tag)))
  if (page.path !== null) describe(plan, common, { ...page, path: page.path, url, canonical }, lines)
  return lines.join('\n')
}

const feedTitle = (plan: SitePlan, tag: PlannedTag) => `${tag.name} – ${plan.settings.title}`

/** What is the same on all pages of a plan. */
interface Common {
  readonly start: string
  readonly searchStart: string
  readonly links: string
  readonly siteName: string
  readonly locale: string | null
  readonly data: ReturnType<typeof siteData>
}

/** A page costs microseconds, and this part of it would be most of them. */
const commons = new WeakMap<SitePlan, Common>()

function commonOf(plan: SitePlan): Common {
  const known = commons.get(plan)
  if (known !== undefined) return known
  const { settings, address } = plan
  const start = (search: boolean) =>
    [
      '<meta charset="utf-8">',
      // Nothing in it has to be escaped, and every page has it.
      `<meta http-equiv="Content-Security-Policy" content="${contentPolicy({ search })}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
    ].join('\n')
  const links = [
    ...(settings.author === '' ? [] : [meta('name', 'author', settings.author)]),
    ...(settings.fediverse === '' ? [] : [meta('name', 'fediverse:creator', settings.fediverse)]),
    ...feedLinks(address, '/', settings.title),
    ...settings.social.flatMap(({ url }) =>
      webUrl(url) === null ? [] : [`<link rel="me" href="${escapeText(url)}">`],
    ),
    ...iconLinks(plan),
  ]
  const common = {
    start: start(false),
    searchStart: start(true),
    links: links.join('\n'),
    siteName: meta('property', 'og:site_name', settings.title),
    locale: settings.language.includes('-') ? settings.language.replace('-', '_') : null,
    data: siteData(plan),
  }
  commons.set(plan, common)
  return common
}

const meta = (attribute: 'name' | 'property', name: string, content: string) =>
  `<meta ${attribute}="${name}" content="${escapeText(content)}">`

/** Where a page is. */
interface Placed {
  readonly path: string
  /** Whole addresses; null when the site has none. */
  readonly url: string | null
  readonly canonical: string | null
}

/** What others show of a page: Open Graph, and JSON-LD. */
function describe(plan: SitePlan, common: Common, page: HeadOfPage & Placed, lines: string[]): void {
  const { post } = page
  const picture = pictureOf(plan, page)
  const title = post === null ? page.title : post.title || page.title
  const property = (name: string, content: string | number | null) => {
    if (content !== null && content !== '') lines.push(meta('property', name, String(content)))
  }
  property('og:type', post?.kind === 'post' ? 'article' : 'website')
  lines.push(common.siteName)
  property('og:title', title)
  property('og:description', page.description)
  property('og:url', page.url)
  property('og:locale', common.locale)
  if (picture !== null) {
    property('og:image', picture.src)
    property('og:image:width', picture.width)
    property('og:image:height', picture.height)
    property('og:image:alt', picture.alt)
  }
  if (post?.kind === 'post') {
    property('article:published_time', moment(post.date))
    property('article:modified_time', lastChanged(post))
    for (const tag of post.tags) property('article:tag', tag.name)
  }
  lines.push(meta('name', 'twitter:card', picture === null ? 'summary' : 'summary_large_image'))
  const trail = page.trail ?? (post === null ? [] : [{ name: title, path: page.path }])
  const { description, path, url, canonical } = page
  const image = picture?.src ?? null
  const data = linkedData(plan, common.data, { title, description, path, url, post, canonical, image, trail })
  if (data !== null) lines.push(data)
}

/** The picture of a page by its whole URL; null when there is none, or no base URL to make one from. */
function pictureOf(plan: SitePlan, { social = null, image, post }: HeadOfPage) {
  const shown = social ?? (image && { ...image, alt: post?.coverAlt || (post?.title ?? '') })
  const src = shown && absolute(plan, shown.src)
  return shown === null || src === null ? null : { ...shown, src }
}

function absolute(plan: SitePlan, src: string): string | null {
  if (!src.startsWith('/')) return webUrl(src)
  return plan.address.origin === null ? null : plan.address.origin + src
}
