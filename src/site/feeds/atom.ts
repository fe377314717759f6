import { createHash } from 'node:crypto'
import { hrefOf, urlOf } from '../addresses'
import { moment } from '../dates'
import { escapeText } from '../escape'
import type { SitePlan } from '../plan'
import type { Feed, FeedEntry, WholeContent } from './feed'
import { newestOf } from './newest'

/** The Atom feed (RFC 4287) of a list. */
export function atomFeed(plan: SitePlan, feed: Feed, entries: readonly FeedEntry[]): string {
  const { settings, address } = plan
  const self = urlOf(address, `${feed.path}feed.xml`)
  const page = urlOf(address, feed.path)
  const author = urlOf(address, '/author/')
  const uri = author === null ? '' : `<uri>${escapeText(author)}</uri>`
  const icon = settings.images ? urlOf(address, '/icon-192.png') : null
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeText(settings.language)}">`,
    `<id>${escapeText(page ?? idWithoutAddress(feed.title))}</id>`,
    `<title>${escapeText(feed.title)}</title>`,
    ...(feed.description === '' ? [] : [`<subtitle>${escapeText(feed.description)}</subtitle>`]),
    `<updated>${newestOf(entries) ?? '1970-01-01T00:00:00Z'}</updated>`,
    `<author><name>${escapeText(settings.author || settings.title)}</name>${uri}</author>`,
    ...(icon === null ? [] : [`<icon>${escapeText(icon)}</icon>`]),
    ...(self === null ? [] : [`<link rel="self" type="application/atom+xml" href="${escapeText(self)}"/>`]),
    `<link rel="alternate" type="text/html" href="${escapeText(page ?? hrefOf(address, feed.path))}"/>`,
    ...entries.map(({ atom }) => atom),
    '</feed>',
    '',
  ].join('\n')
}

export function atomEntry({ post, title, escapedHtml, url, updated }: WholeContent): string {
  const language = post.language === null ? '' : ` xml:lang="${escapeText(post.language)}"`
  return [
    `<entry${language}>`,
    `<id>urn:uuid:${post.id}</id>`,
    `<title>${escapeText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeText(url)}"/>`,
    `<published>${moment(post.date)}</published>`,
    `<updated>${updated}</updated>`,
    ...post.tags.map((tag) => `<category term="${escapeText(tag.name)}"/>`),
    ...(post.summary === '' ? [] : [`<summary>${escapeText(post.summary)}</summary>`]),
    `<content type="html">${escapedHtml}</content>`,
    '</entry>',
  ].join('\n')
}

/** Without an address the feed still needs an id that stays: one made from the title (UUID version 8, RFC 9562). */
function idWithoutAddress(title: string): string {
  const hex = createHash('sha256').update(`longhand feed ${title}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
