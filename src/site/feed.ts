import { createHash } from 'node:crypto'
import { hrefOf, urlOf } from './addresses'
import { lastChanged, moment } from './dates'
import { escapeText } from './escape'
import type { PlannedPost, SitePlan } from './plan'

/** Posts in the feed, newest first: enough for a reader who comes by once a month. */
export const feedLength = 20

/** A post in the feed, with its whole content. */
export interface FeedEntry {
  readonly post: PlannedPost
  readonly title: string
  readonly html: string
}

/** The Atom feed (RFC 4287). Nothing in it comes from the clock; links are absolute once a base URL is set. */
export function atomFeed(plan: SitePlan, entries: readonly FeedEntry[]): string {
  const { settings } = plan
  const updated =
    entries
      .map(({ post }) => lastChanged(post))
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  const self = urlOf(plan.address, '/feed.xml')
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeText(settings.language)}">`,
    `<id>${escapeText(urlOf(plan.address, '/') ?? idWithoutAddress(settings.title))}</id>`,
    `<title>${escapeText(settings.title)}</title>`,
    ...(settings.tagline === '' ? [] : [`<subtitle>${escapeText(settings.tagline)}</subtitle>`]),
    `<updated>${updated}</updated>`,
    `<author><name>${escapeText(settings.author || settings.title)}</name></author>`,
    ...(self === null ? [] : [`<link rel="self" type="application/atom+xml" href="${escapeText(self)}"/>`]),
    `<link rel="alternate" type="text/html" href="${escapeText(urlOf(plan.address, '/') ?? hrefOf(plan.address, '/'))}"/>`,
    ...entries.map((entry) => entryXml(plan, entry)),
    '</feed>',
    '',
  ].join('\n')
}

function entryXml(plan: SitePlan, { post, title, html }: FeedEntry): string {
  const url = urlOf(plan.address, post.path) ?? hrefOf(plan.address, post.path)
  const language = post.language === null ? '' : ` xml:lang="${escapeText(post.language)}"`
  return [
    `<entry${language}>`,
    `<id>urn:uuid:${post.id}</id>`,
    `<title>${escapeText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeText(url)}"/>`,
    `<published>${moment(post.date)}</published>`,
    `<updated>${lastChanged(post)}</updated>`,
    ...post.tags.map((tag) => `<category term="${escapeText(tag.name)}"/>`),
    ...(post.summary === '' ? [] : [`<summary>${escapeText(post.summary)}</summary>`]),
    `<content type="html">${escapeText(absoluteLinks(html, plan, url))}</content>`,
    '</entry>',
  ].join('\n')
}

/** Without an address the feed still needs an id that stays: one made from the title (UUID version 8, RFC 9562). */
function idWithoutAddress(title: string): string {
  const hex = createHash('sha256').update(`longhand feed ${title}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A feed reader shows the content far from the site: links within the site, and within the post, become absolute. */
function absoluteLinks(html: string, plan: SitePlan, url: string): string {
  const { origin } = plan.address
  if (origin === null) return html
  // Rendered HTML: a `<` in text is always escaped, so that what looks like a tag is one.
  return html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/ (href|src|poster)="([/#][^"]*)"/g, (whole, name: string, link: string) => {
      if (link.startsWith('//')) return whole
      return ` ${name}="${link.startsWith('#') ? escapeText(url) : origin}${link}"`
    }),
  )
}
