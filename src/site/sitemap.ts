import { urlOf, yearPath } from './addresses'
import { lastChanged } from './dates'
import { escapeText, webUrl } from './escape'
import type { PlannedPost, SitePlan } from './plan'
import type { SiteFile } from './site-file'

/** More than this many addresses belong into several files (sitemaps.org, protocol, “Using Sitemap index files”). */
const mostUrls = 50_000

interface Entry {
  readonly path: string
  /** RFC 3339; null when it shows nothing that has a date. */
  readonly changed: string | null
}

/**
 * The sitemap, for search engines: every page that they should know, and when what it shows changed last. None
 * without a base URL, since it holds whole addresses only; several and a list of them when there are too many.
 */
export function sitemapFiles(plan: SitePlan, most = mostUrls): SiteFile[] {
  if (plan.address.origin === null) return []
  const entries = [...entriesOf(plan)]
  const file = (name: string, content: string): SiteFile => ({ kind: 'text', file: name, content })
  if (entries.length <= most) return [file('sitemap.xml', urlset(plan, entries))]
  const parts = Array.from({ length: Math.ceil(entries.length / most) }, (_, index) => {
    const part = entries.slice(index * most, (index + 1) * most)
    return file(`sitemap-${index + 1}.xml`, urlset(plan, part))
  })
  return [file('sitemap.xml', sitemapIndex(plan, parts)), ...parts]
}

function* entriesOf(plan: SitePlan): Generator<Entry> {
  const changes = new Map([...plan.byId.values()].map((post) => [post, lastChanged(post)]))
  const newest = (posts: readonly PlannedPost[]) =>
    posts.reduce<string | null>((latest, post) => {
      const changed = changes.get(post) ?? null
      return latest === null || (changed !== null && changed > latest) ? changed : latest
    }, null)
  const all = newest(plan.posts)
  yield { path: '/', changed: all }
  for (const post of [...plan.posts, ...plan.pages]) {
    // What is canonical elsewhere is not this site's to be found.
    if (post.canonicalUrl !== null && webUrl(post.canonicalUrl) !== null) continue
    yield { path: post.path, changed: changes.get(post) ?? null }
  }
  for (const { path, posts } of plan.series) yield { path, changed: newest(posts) }
  if (plan.tags.length > 0) yield { path: '/tags/', changed: all }
  for (const { path, posts } of plan.tags) yield { path, changed: newest(posts) }
  yield* archives(plan, newest)
  yield { path: '/author/', changed: all }
}

function* archives(
  { posts }: SitePlan,
  newest: (posts: readonly PlannedPost[]) => string | null,
): Generator<Entry> {
  if (posts.length === 0) return
  yield { path: '/archive/', changed: newest(posts) }
  const years = new Map<string, PlannedPost[]>()
  for (const post of posts) {
    const year = post.date.slice(0, 4)
    const those = years.get(year)
    if (those === undefined) years.set(year, [post])
    else those.push(post)
  }
  for (const [year, those] of years) yield { path: yearPath(year), changed: newest(those) }
}

function urlset(plan: SitePlan, entries: readonly Entry[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries.map(({ path, changed }) => {
      const modified = changed === null ? '' : `<lastmod>${changed}</lastmod>`
      return `<url><loc>${escapeText(urlOf(plan.address, path))}</loc>${modified}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')
}

function sitemapIndex(plan: SitePlan, parts: readonly SiteFile[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...parts.map(
      ({ file }) => `<sitemap><loc>${escapeText(urlOf(plan.address, `/${file}`))}</loc></sitemap>`,
    ),
    '</sitemapindex>',
    '',
  ].join('\n')
}
