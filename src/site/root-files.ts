import { headerFiles } from './header-files'
import { iconDrawing, webManifest } from './icons'
import type { SitePlan } from './plan'
import { redirectFiles } from './redirect-files'
import { robots, securityText } from './robots'
import type { SiteFile } from './site-file'
import { sitemapFiles } from './sitemap'

/**
 * The files at the root of a site that are neither pages nor feeds: sitemap, robots.txt, security.txt, icon and
 * manifest, redirects, and what hosts are told. Of the plan alone.
 * @param accent the theme's colour, `#rrggbb`
 */
export function rootFiles(plan: SitePlan, accent: string): SiteFile[] {
  const file = (name: string, content: string): SiteFile => ({ kind: 'text', file: name, content })
  const security = securityText(plan)
  return [
    ...sitemapFiles(plan),
    file('robots.txt', robots(plan)),
    ...(security === null ? [] : [file('.well-known/security.txt', security)]),
    file('favicon.svg', iconDrawing(plan.settings.title, accent)),
    file('site.webmanifest', webManifest(plan, accent)),
    ...redirectFiles(plan),
    ...headerFiles(plan),
  ]
}
