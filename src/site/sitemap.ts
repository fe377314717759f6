import { urlOf } from './addresses'
import { lastChanged } from './dates'
import { escapeText, webUrl } from './escape'
import type { SitePlan } from './plan'

/**
 * The sitemap, for search engines: index, posts, pages, series and tags. Null without a base URL, since it holds absolute
 * addresses only. A post whose canonical address is elsewhere is left out.
 */
export function sitemap(plan: SitePlan): string | null {
  if (plan.address.origin === null) return null
  const posts = [...plan.posts, ...plan.pages].filter(
    (post) => post.canonicalUrl === null || webUrl(post.canonicalUrl) === null,
  )
  const urls = [
    { path: '/', changed: null },
    ...posts.map((post) => ({ path: post.path, changed: lastChanged(post) })),
    ...plan.series.map((series) => ({ path: series.path, changed: null })),
    ...(plan.tags.length === 0 ? [] : [{ path: '/tags/', changed: null }]),
    ...plan.tags.map((tag) => ({ path: tag.path, changed: null })),
  ]
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls.map(({ path, changed }) => {
      const modified = changed === null ? '' : `<lastmod>${changed}</lastmod>`
      return `<url><loc>${escapeText(urlOf(plan.address, path))}</loc>${modified}</url>`
    }),
    '</urlset>',
    '',
  ].join('\n')
}

/** Everybody may read everything; says where the sitemap is when there is one. */
export function robots(plan: SitePlan): string {
  const map = urlOf(plan.address, '/sitemap.xml')
  return `User-agent: *\nDisallow:\n${map === null ? '' : `\nSitemap: ${map}\n`}`
}
