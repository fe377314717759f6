import { type PostSummary, readingMinutes, type SiteSettings } from '../document'
import type { LibrarySnapshot } from '../library'
import { listPath, postPath, type SiteAddress, siteAddress, tagPath } from './addresses'
import { pointersIn } from './anchors'
import { dateFormatter, formatLocale, type ShownDate } from './dates'
import { addressTags, type SiteTag } from './tag-addresses'

/** What the site knows of a post without its text. Its title may be empty. */
export interface PlannedPost extends Omit<PostSummary, 'tags'> {
  readonly path: string
  readonly shownDate: ShownDate
  readonly tags: readonly SiteTag[]
  readonly minutes: number
}

/** A tag and its posts, newest first. */
export interface PlannedTag extends SiteTag {
  readonly path: string
  readonly posts: readonly PlannedPost[]
}

/** Everything that has an address on the site, found by reading the snapshot once without rendering. */
export interface SitePlan {
  readonly settings: SiteSettings
  readonly address: SiteAddress
  readonly postsPerPage: number
  /** Newest first. */
  readonly posts: readonly PlannedPost[]
  readonly postBySlug: ReadonlyMap<string, PlannedPost>
  /** By name. */
  readonly tags: readonly PlannedTag[]
  /** Slugs of posts that others point into. */
  readonly pointedAt: ReadonlySet<string>
  /** Every path that a link may lead to, except media. */
  readonly paths: ReadonlySet<string>
}

/** @param postsPerPage the theme's choice */
export function planSite(snapshot: LibrarySnapshot, postsPerPage: number): SitePlan {
  const settings = snapshot.site()
  const summaries: PostSummary[] = []
  const pointers = new Set<string>()
  for (const { body, ...summary } of snapshot.publishedPosts()) {
    summaries.push(summary)
    for (const slug of pointersIn(body)) pointers.add(slug)
  }
  const tagOf = addressTags(summaries)
  const show = dateFormatter(settings.language)
  const posts = summaries.map((summary) => planPost(summary, tagOf, show))
  const tags = planTags(new Set(tagOf.values()), posts, settings.language)
  return {
    settings,
    address: siteAddress(settings.baseUrl),
    postsPerPage,
    posts,
    postBySlug: new Map(posts.map((post) => [post.slug, post])),
    tags,
    pointedAt: new Set(summaries.flatMap(({ slug }) => (pointers.has(slug) ? [slug] : []))),
    paths: new Set(listPaths(posts, tags, postsPerPage)),
  }
}

/**
 * @param tagOf the tag of each spelling
 * @param show formats a date
 */
export function planPost(
  summary: PostSummary,
  tagOf: ReadonlyMap<string, SiteTag>,
  show: (date: string) => ShownDate,
): PlannedPost {
  return {
    ...summary,
    path: postPath(summary.slug),
    shownDate: show(summary.date),
    tags: [...new Set(summary.tags.flatMap((name) => tagOf.get(name) ?? []))],
    minutes: readingMinutes(summary.words),
  }
}

/** How many pages a list of `count` posts takes; an empty list still takes one. */
export function pageCount(count: number, postsPerPage: number): number {
  return Math.max(1, Math.ceil(count / postsPerPage))
}

function planTags(tags: ReadonlySet<SiteTag>, posts: readonly PlannedPost[], language: string): PlannedTag[] {
  const postsOf = new Map<SiteTag, PlannedPost[]>([...tags].map((tag) => [tag, []]))
  for (const post of posts) for (const tag of post.tags) postsOf.get(tag)?.push(post)
  const collator = new Intl.Collator(formatLocale(language), { numeric: true })
  return [...postsOf]
    .map(([tag, tagged]) => ({ ...tag, path: tagPath(tag.slug), posts: tagged }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.slug < b.slug ? -1 : 1))
}

function* listPaths(posts: readonly PlannedPost[], tags: readonly PlannedTag[], postsPerPage: number) {
  const pagesOf = function* (first: string, count: number) {
    for (let n = 1; n <= pageCount(count, postsPerPage); n++) yield listPath(first, n)
  }
  yield* pagesOf('/', posts.length)
  yield* ['/tags/', '/feed.xml']
  for (const post of posts) yield post.path
  for (const tag of tags) yield* pagesOf(tag.path, tag.posts.length)
}
