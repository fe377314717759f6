import { hrefOf, urlOf } from '../addresses'
import { escapeText } from '../escape'
import type { SitePlan } from '../plan'
import type { Feed, FeedEntry, WholeContent } from './feed'
import { newestOf } from './newest'

/** The RSS 2.0 feed of a list, with the whole content (`content:encoded`). */
export function rssFeed(plan: SitePlan, feed: Feed, entries: readonly FeedEntry[]): string {
  const { settings, address } = plan
  const self = urlOf(address, `${feed.path}rss.xml`)
  const updated = newestOf(entries)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${escapeText(feed.title)}</title>`,
    `<link>${escapeText(urlOf(address, feed.path) ?? hrefOf(address, feed.path))}</link>`,
    // RSS wants one; a site need not have a tagline.
    `<description>${escapeText(feed.description || feed.title)}</description>`,
    `<language>${escapeText(settings.language)}</language>`,
    ...(updated === undefined ? [] : [`<lastBuildDate>${rfc822(updated)}</lastBuildDate>`]),
    ...(self === null
      ? []
      : [`<atom:link rel="self" type="application/rss+xml" href="${escapeText(self)}"/>`]),
    ...entries.map(({ rss }) => rss),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}

export function rssItem({ settings }: SitePlan, { post, title, escapedHtml, url }: WholeContent): string {
  return [
    '<item>',
    `<title>${escapeText(title)}</title>`,
    `<link>${escapeText(url)}</link>`,
    `<guid isPermaLink="false">urn:uuid:${post.id}</guid>`,
    `<pubDate>${rfc822(post.date)}</pubDate>`,
    ...(settings.author === '' ? [] : [`<dc:creator>${escapeText(settings.author)}</dc:creator>`]),
    ...post.tags.map((tag) => `<category>${escapeText(tag.name)}</category>`),
    ...(post.summary === '' ? [] : [`<description>${escapeText(post.summary)}</description>`]),
    `<content:encoded>${escapedHtml}</content:encoded>`,
    '</item>',
  ].join('\n')
}

/** A date as RFC 822 writes it, with a year of four digits: `Tue, 24 Nov 2026 09:30:00 GMT`. */
const rfc822 = (date: string) => new Date(date).toUTCString()
