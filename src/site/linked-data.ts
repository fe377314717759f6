import { urlOf } from './addresses'
import { lastChanged, moment } from './dates'
import { escapeJson } from './escape'
import type { PlannedPost, SitePlan } from './plan'

/** A page above another one, or that one itself. */
export interface Crumb {
  readonly name: string
  readonly path: string
}

/** What one page says of itself, beside what the whole site does. */
interface Described {
  readonly title: string
  readonly description: string
  readonly path: string
  /** Its whole address; null when the site has none. */
  readonly url: string | null
  readonly post: PlannedPost | null
  readonly canonical: string | null
  /** Absolute; null when there is none. */
  readonly image: string | null
  /** From below the site's first page down to this one. */
  readonly trail: readonly Crumb[]
}

/** What the settings say of the site and its author, as schema.org has it. */
interface SiteData {
  readonly blog: object
  readonly site: object
  readonly author: object | undefined
}

export function siteData({ settings, address }: SitePlan): SiteData {
  const url = urlOf(address, '/') ?? undefined
  const author = settings.author !== '' && {
    '@type': 'Person',
    name: settings.author,
    url: urlOf(address, '/author/') ?? undefined,
    sameAs: settings.social.length === 0 ? undefined : settings.social.map((link) => link.url),
  }
  return {
    blog: { '@type': 'Blog', name: settings.title, url },
    site: { '@type': 'WebSite', name: settings.title, url },
    author: author === false ? undefined : author,
  }
}

/** A `<script>` of JSON-LD; null for a page that has nothing to say. Data, which no policy counts as script. */
export function linkedData(plan: SitePlan, data: SiteData, page: Described): string | null {
  const graph = [subject(plan, data, page), breadcrumbs(plan, page)].filter((item) => item !== null)
  if (graph.length === 0) return null
  const whole = { '@context': 'https://schema.org', ...(graph.length === 1 ? graph[0] : { '@graph': graph }) }
  return `<script type="application/ld+json">${escapeJson(whole)}</script>`
}

/** What the page is; null for lists. */
function subject(plan: SitePlan, { blog, site, author }: SiteData, page: Described): object | null {
  const { settings } = plan
  const description = page.description || undefined
  if (page.post === null) {
    return page.path === '/' ? { ...blog, description, author, inLanguage: settings.language } : null
  }
  const { post } = page
  const common = {
    description,
    author,
    inLanguage: post.language ?? settings.language,
    datePublished: moment(post.date),
    dateModified: lastChanged(post),
    image: page.image ?? undefined,
  }
  const title = post.title || page.title
  const url = page.canonical ?? undefined
  if (post.kind === 'page') return { '@type': 'WebPage', name: title, ...common, url, isPartOf: site }
  return {
    '@type': 'BlogPosting',
    headline: title,
    ...common,
    wordCount: post.words,
    timeRequired: `PT${post.minutes}M`,
    keywords: post.tags.length === 0 ? undefined : post.tags.map((tag) => tag.name),
    mainEntityOfPage: url,
    isPartOf: blog,
  }
}

/** The way down from the first page; null where there is none, or no whole addresses to name it by. */
function breadcrumbs({ settings, address }: SitePlan, { trail, path, url }: Described): object | null {
  if (trail.length === 0 || address.origin === null) return null
  const items = [{ name: settings.title, path: '/' }, ...trail]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: items.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: crumb.path === path ? url : urlOf(address, crumb.path),
    })),
  }
}
