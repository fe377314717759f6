import { type PostId, type PostSummary, readingMinutes, type SiteSettings, slugify } from '../document'
import type { Asset, LibrarySnapshot } from '../library'
import {
  listPath,
  ownPaths,
  postPath,
  type SiteAddress,
  seriesPath,
  siteAddress,
  tagPath,
  yearPath,
} from './addresses'
import { dateFormatter, formatLocale, type ShownDate } from './dates'
import { feedNames } from './feeds'
import { planRedirects } from './redirects'
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

/** A series and its parts, the first one first. */
export interface PlannedSeries {
  readonly name: string
  readonly path: string
  readonly posts: readonly PlannedPost[]
}

/** Everything that has an address on the site, found by reading the snapshot once without rendering. */
export interface SitePlan {
  readonly settings: SiteSettings
  readonly address: SiteAddress
  readonly postsPerPage: number
  /** Newest first, without pages. */
  readonly posts: readonly PlannedPost[]
  /** Pages beside the posts, by title. */
  readonly pages: readonly PlannedPost[]
  readonly byId: ReadonlyMap<PostId, PlannedPost>
  /** By name. */
  readonly series: readonly PlannedSeries[]
  /** Posts and pages. */
  readonly postBySlug: ReadonlyMap<string, PlannedPost>
  /** By name. Pages are in none. */
  readonly tags: readonly PlannedTag[]
  /** What tags say of themselves, by name. */
  readonly tagDescriptions: Readonly<Record<string, string>>
  /** The site's logo, where the settings name one that the library has. */
  readonly logo: Asset | null
  /** Every path that a link may lead to, except media. */
  readonly paths: ReadonlySet<string>
  /** Paths at which posts stood before, and where each stands now. None is in `paths`. */
  readonly redirects: ReadonlyMap<string, PlannedPost>
  /** Posts by slugs that they had, or will have with their next release, and nobody has now. */
  readonly postByFormerSlug: ReadonlyMap<string, PlannedPost>
}

/** What a plan is made of. */
export interface PlanSource {
  readonly settings: SiteSettings
  readonly tagDescriptions: Readonly<Record<string, string>>
  readonly formerAddresses: ReturnType<LibrarySnapshot['formerAddresses']>
  readonly logo: Asset | null
  /** Newest first. */
  readonly posts: readonly PostSummary[]
}

/** The plan of what a snapshot has on the site. @param postsPerPage the theme's choice */
export function planSite(snapshot: LibrarySnapshot, postsPerPage: number): SitePlan {
  const settings = snapshot.site()
  const source = {
    settings,
    tagDescriptions: snapshot.tagDescriptions(),
    formerAddresses: snapshot.formerAddresses(),
    logo: (settings.logo !== '' && snapshot.asset(settings.logo)) || null,
    posts: snapshot.published(),
  }
  return planOf(source, postsPerPage)
}

/** A function of its arguments alone. */
export function planOf(source: PlanSource, postsPerPage: number): SitePlan {
  const { settings, posts: summaries } = source
  const tagOf = addressTags(summaries.filter(({ kind }) => kind === 'post'))
  const show = dateFormatter(settings.language)
  const all = ownPaths(summaries.map((summary) => planPost(summary, tagOf, show, settings.permalink)))
  const posts = all.filter(({ kind }) => kind === 'post')
  const collator = new Intl.Collator(formatLocale(settings.language), { numeric: true })
  const pages = all
    .filter(({ kind }) => kind === 'page')
    .sort((a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1))
  const series = planSeries(posts, collator)
  const tags = planTags(new Set(tagOf.values()), posts, settings.language)
  const address = siteAddress(settings.baseUrl, settings.addresses)
  const paths = new Set(listPaths({ posts, pages, series, tags }, postsPerPage, settings))
  return {
    settings,
    address,
    postsPerPage,
    posts,
    pages,
    byId: new Map(all.map((post) => [post.id, post])),
    series,
    postBySlug: new Map(all.map((post) => [post.slug, post])),
    tags,
    // Without a prototype: a tag may be called “constructor”.
    tagDescriptions: Object.assign(Object.create(null), source.tagDescriptions),
    logo: source.logo,
    paths,
    ...planRedirects({ posts: all, paths, address, settings }, source.formerAddresses),
  }
}

/**
 * @param tagOf the tag of each spelling
 * @param show formats a date
 * @param permalink where a post stands, as the settings say
 */
export function planPost(
  summary: PostSummary,
  tagOf: ReadonlyMap<string, SiteTag>,
  show: (date: string) => ShownDate,
  permalink: string,
): PlannedPost {
  return {
    ...summary,
    path: postPath(summary, permalink),
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

/** Names that make one address are one series, called as its first part calls it. */
function planSeries(posts: readonly PlannedPost[], collator: Intl.Collator): PlannedSeries[] {
  const bySlug = new Map<string, PlannedPost[]>()
  for (const post of [...posts].reverse()) {
    if (post.series === null) continue
    const slug = slugify(post.series)
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), post])
  }
  return [...bySlug]
    .map(([slug, parts]) => ({ name: parts[0]?.series ?? slug, path: seriesPath(slug), posts: parts }))
    .sort((a, b) => collator.compare(a.name, b.name))
}

function* listPaths(
  { posts, pages, series, tags }: Pick<SitePlan, 'posts' | 'pages' | 'series' | 'tags'>,
  postsPerPage: number,
  { search, tagFeeds }: SiteSettings,
) {
  const pagesOf = function* (first: string, count: number) {
    for (let n = 1; n <= pageCount(count, postsPerPage); n++) yield listPath(first, n)
  }
  const feedsOf = (first: string) => feedNames.map((name) => first + name)
  yield* pagesOf('/', posts.length)
  yield* ['/tags/', '/archive/', '/author/', ...feedsOf('/')]
  if (search) yield '/search/'
  for (const year of new Set(posts.map(({ date }) => date.slice(0, 4)))) yield yearPath(year)
  for (const post of [...posts, ...pages, ...series]) yield post.path
  for (const tag of tags) {
    yield* pagesOf(tag.path, tag.posts.length)
    if (tagFeeds) yield* feedsOf(tag.path)
  }
}
