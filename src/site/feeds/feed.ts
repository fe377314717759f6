import { hrefOf, urlOf } from '../addresses'
import { lastChanged } from '../dates'
import { escapeText } from '../escape'
import type { PlannedPost, PlannedTag, SitePlan } from '../plan'
import type { ShownImage } from '../references'
import type { SiteFile } from '../site-file'
import { atomEntry, atomFeed } from './atom'
import { feedHtml } from './feed-html'
import { jsonFeed, jsonItem } from './json-feed'
import { rssFeed, rssItem } from './rss'

/** Posts in the site's feeds, newest first: enough for a reader who comes by once a month. */
const feedLength = 20
/** Posts in a tag's feeds. */
const tagFeedLength = 10

/** A post as feeds have it, in each format; the same in the site's feeds and in those of its tags. */
export interface FeedEntry {
  /** RFC 3339. */
  readonly updated: string
  readonly atom: string
  readonly rss: string
  readonly json: string
}

/** What an entry is made of. */
export interface EntryContent {
  readonly post: PlannedPost
  /** Never empty. */
  readonly title: string
  /** The whole content, as on the post's page. */
  readonly html: string
  readonly cover: ShownImage | null
}

/** What is found out of a content before it is written. */
export interface WholeContent extends EntryContent {
  /** Whole, where the site has an address. */
  readonly url: string
  /** RFC 3339. */
  readonly updated: string
  /** `html` as text for XML. */
  readonly escapedHtml: string
}

/** A list of posts that has feeds. */
export interface Feed {
  readonly title: string
  /** May be empty. */
  readonly description: string
  /** Where the list is; its feeds are beside it. */
  readonly path: string
  /** Newest first. */
  readonly posts: readonly PlannedPost[]
}

function siteFeed({ settings, posts }: SitePlan): Feed {
  return {
    title: settings.title,
    description: settings.tagline,
    path: '/',
    posts: posts.slice(0, feedLength),
  }
}

function tagFeed(plan: SitePlan, tag: PlannedTag): Feed {
  return {
    title: `${tag.name} – ${plan.settings.title}`,
    description: plan.tagDescriptions[tag.name] ?? '',
    path: tag.path,
    posts: tag.posts.slice(0, tagFeedLength),
  }
}

/** All feeds of a site: its own, and those of every tag where the writer wants them. */
export const feedsOf = (plan: SitePlan): Feed[] => [
  siteFeed(plan),
  ...(plan.settings.tagFeeds ? plan.tags.map((tag) => tagFeed(plan, tag)) : []),
]

/** Writes a post for all feeds that it is in: links absolute, texts escaped, once for all. */
export function feedEntry(plan: SitePlan, content: EntryContent): FeedEntry {
  const { post } = content
  const url = urlOf(plan.address, post.path) ?? hrefOf(plan.address, post.path)
  const html = feedHtml(content.html, plan.address.origin, url)
  const whole = { ...content, html, escapedHtml: escapeText(html), url, updated: lastChanged(post) }
  const { updated } = whole
  return { updated, atom: atomEntry(whole), rss: rssItem(plan, whole), json: jsonItem(plan, whole) }
}

/** The three files of a feed, of the entries of all. */
export function feedFiles(
  plan: SitePlan,
  feed: Feed,
  written: ReadonlyMap<PlannedPost, FeedEntry>,
): (SiteFile & { readonly kind: 'text' })[] {
  const entries = feed.posts.flatMap((post) => written.get(post) ?? [])
  const file = (name: string, content: string) =>
    ({ kind: 'text', file: feed.path.slice(1) + name, content }) as const
  return [
    file('feed.xml', atomFeed(plan, feed, entries)),
    file('rss.xml', rssFeed(plan, feed, entries)),
    file('feed.json', jsonFeed(plan, feed, entries)),
  ]
}
