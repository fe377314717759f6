import { hrefOf, urlOf } from './addresses'
import { moment } from './dates'
import { escapeJson, escapeText, webUrl } from './escape'
import type { PlannedPost, SitePlan } from './plan'
import type { ShownImage } from './references'

/** What the head of one page says. */
export interface HeadOfPage {
  /** What a tab and a search result show. */
  readonly title: string
  readonly description: string
  /** Where the page is; null for pages that are nowhere in particular (404). */
  readonly path: string | null
  readonly image: ShownImage | null
  /** The post, on its own page. */
  readonly post: PlannedPost | null
}

/**
 * Nothing but the site's own styles, and images and media from the web: a page can't run a script, send a
 * form or load a frame, whatever text found its way into it. JSON-LD is data, which no policy counts as script.
 */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: http: data:",
  "media-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * The elements that every theme's `<head>` needs and should not have to get right itself: encoding, policy,
 * title, description, canonical address, feed, Open Graph, JSON-LD. Escaped HTML.
 */
export function headHtml(plan: SitePlan, page: HeadOfPage): string {
  const canonical = canonicalOf(plan, page)
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeText(contentPolicy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(page.title)}</title>`,
    ...(page.description === '' ? [] : [meta('name', 'description', page.description)]),
    ...(page.path === null ? [meta('name', 'robots', 'noindex')] : []),
    ...(plan.settings.author === '' ? [] : [meta('name', 'author', plan.settings.author)]),
    ...(canonical === null ? [] : [`<link rel="canonical" href="${escapeText(canonical)}">`]),
    `<link rel="alternate" type="application/atom+xml" title="${escapeText(plan.settings.title)}" href="${escapeText(hrefOf(plan.address, '/feed.xml'))}">`,
    ...(page.path === null ? [] : openGraph(plan, page)),
    ...(page.path === null ? [] : [linkedData(plan, page)].flatMap((data) => (data === null ? [] : [data]))),
  ].join('\n')
}

/** A post that first appeared elsewhere points there; any other page at itself. */
function canonicalOf(plan: SitePlan, page: HeadOfPage): string | null {
  const elsewhere = page.post?.canonicalUrl ? webUrl(page.post.canonicalUrl) : null
  return elsewhere ?? (page.path === null ? null : urlOf(plan.address, page.path))
}

const meta = (attribute: 'name' | 'property', name: string, content: string) =>
  `<meta ${attribute}="${name}" content="${escapeText(content)}">`

function openGraph(plan: SitePlan, page: HeadOfPage): string[] {
  const { settings, address } = plan
  const url = page.path === null ? null : urlOf(address, page.path)
  const image = page.image === null ? null : absolute(plan, page.image.src)
  const properties: (readonly [string, string | null])[] = [
    ['og:type', page.post?.kind === 'post' ? 'article' : 'website'],
    ['og:site_name', settings.title],
    ['og:title', page.post === null ? page.title : page.post.title || page.title],
    ['og:description', page.description || null],
    ['og:url', url],
    ['og:image', image],
    ['og:locale', settings.language.includes('-') ? settings.language.replace('-', '_') : null],
    ['article:published_time', page.post?.kind === 'post' ? moment(page.post.date) : null],
    ...(page.post?.tags ?? []).map((tag) => ['article:tag', tag.name] as const),
  ]
  return [
    ...properties.flatMap(([name, content]) => (content === null ? [] : [meta('property', name, content)])),
    meta('name', 'twitter:card', image === null ? 'summary' : 'summary_large_image'),
  ]
}

/** The absolute URL of an image's `src`; null while there is no base URL to make it from. */
function absolute(plan: SitePlan, src: string): string | null {
  if (!src.startsWith('/')) return webUrl(src)
  return plan.address.origin === null ? null : plan.address.origin + src
}

/** schema.org data of a post or of the blog; null for lists, which have nothing to say of themselves. */
function linkedData(plan: SitePlan, page: HeadOfPage): string | null {
  const { settings, address } = plan
  const blog = { '@type': 'Blog', name: settings.title, url: urlOf(address, '/') ?? undefined }
  const author = settings.author === '' ? undefined : { '@type': 'Person', name: settings.author }
  const common = { '@context': 'https://schema.org', description: page.description || undefined, author }
  if (page.post?.kind === 'page') {
    return script({
      ...common,
      '@type': 'WebPage',
      name: page.post.title || page.title,
      inLanguage: page.post.language ?? settings.language,
      url: canonicalOf(plan, page) ?? undefined,
      isPartOf: { '@type': 'WebSite', name: settings.title, url: urlOf(address, '/') ?? undefined },
    })
  }
  if (page.post !== null) {
    return script({
      ...common,
      '@type': 'BlogPosting',
      headline: page.post.title || page.title,
      datePublished: moment(page.post.date),
      inLanguage: page.post.language ?? settings.language,
      wordCount: page.post.words,
      keywords: page.post.tags.length === 0 ? undefined : page.post.tags.map((tag) => tag.name),
      image: (page.image && absolute(plan, page.image.src)) ?? undefined,
      mainEntityOfPage: canonicalOf(plan, page) ?? undefined,
      isPartOf: blog,
    })
  }
  return page.path === '/' ? script({ ...common, ...blog, inLanguage: settings.language }) : null
}

const script = (data: object) => `<script type="application/ld+json">${escapeJson(data)}</script>`
