import { urlOf } from '../addresses'
import { moment } from '../dates'
import { storable, webUrl } from '../escape'
import type { SitePlan } from '../plan'
import type { Feed, FeedEntry, WholeContent } from './feed'

/** The JSON Feed (version 1.1, jsonfeed.org) of a list. */
export function jsonFeed(plan: SitePlan, feed: Feed, entries: readonly FeedEntry[]): string {
  const { settings, address } = plan
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: storable(feed.title),
    home_page_url: urlOf(address, feed.path) ?? undefined,
    feed_url: urlOf(address, `${feed.path}feed.json`) ?? undefined,
    description: storable(feed.description) || undefined,
    icon: (settings.images ? urlOf(address, '/icon-512.png') : null) ?? undefined,
    authors: authorsOf(plan),
    language: settings.language,
  }
  // Entries are written already, so that the feeds of tags cost no more than their bytes.
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n${entries.map(({ json }) => json).join(',\n')}\n]}\n`
}

export function jsonItem(plan: SitePlan, { post, title, html, url, updated, cover }: WholeContent): string {
  const { origin } = plan.address
  return JSON.stringify({
    id: `urn:uuid:${post.id}`,
    url: origin === null ? undefined : url,
    external_url: (post.canonicalUrl && webUrl(post.canonicalUrl)) ?? undefined,
    title: storable(title),
    content_html: storable(html),
    summary: storable(post.summary) || undefined,
    image: cover === null || origin === null ? undefined : new URL(cover.src, origin).href,
    date_published: moment(post.date),
    date_modified: updated,
    authors: authorsOf(plan),
    tags: post.tags.length === 0 ? undefined : post.tags.map(({ name }) => storable(name)),
    language: post.language ?? undefined,
  })
}

function authorsOf({ settings, address }: SitePlan): object[] | undefined {
  if (settings.author === '') return undefined
  return [{ name: storable(settings.author), url: urlOf(address, '/author/') ?? undefined }]
}
