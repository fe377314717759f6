import { type PostId, readingMinutes, type SiteSettings } from '../document'
import type { LibrarySnapshot } from '../library'
import { listPath, postPath, type SiteAddress, siteAddress, tagPath } from './addresses'
import { dateFormatter, formatLocale, type ShownDate } from './dates'
import { addressTags, type SiteTag } from './tag-addresses'

/** What the site knows of a post without its text. */
export interface PlannedPost {
  readonly id: PostId
  readonly slug: string
  readonly path: string
  /** As the writer wrote it; may be empty. */
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly shownDate: ShownDate
  readonly tags: readonly SiteTag[]
  readonly words: number
  readonly minutes: number
  readonly cover: string | null
  readonly language: string | null
  readonly canonicalUrl: string | null
  readonly editedAt: number
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
  /** Every path that a link may lead to, except media. */
  readonly paths: ReadonlySet<string>
}

/** @param postsPerPage the theme's choice */
export function planSite(snapshot: LibrarySnapshot, postsPerPage: number): SitePlan {
  const settings = snapshot.site()
  const drafts: Omit<PlannedPost, 'tags' | 'shownDate'>[] = []
  const tagNames: (readonly string[])[] = []
  for (const {
    id,
    slug,
    title,
    summary,
    date,
    tags,
    words,
    cover,
    language,
    ...rest
  } of snapshot.publishedPosts()) {
    const { canonicalUrl, editedAt } = rest
    const minutes = readingMinutes(words)
    const path = postPath(slug)
    drafts.push({
      id,
      slug,
      path,
      title,
      summary,
      date,
      words,
      minutes,
      cover,
      language,
      canonicalUrl,
      editedAt,
    })
    tagNames.push(tags)
  }
  const tagOf = addressTags(tagNames.map((tags) => ({ tags })))
  const show = dateFormatter(settings.language)
  const posts = drafts.map((draft, index) => ({
    ...draft,
    shownDate: show(draft.date),
    tags: [...new Set(tagNames[index]?.flatMap((name) => tagOf.get(name) ?? []))],
  }))
  const tags = planTags(new Set(tagOf.values()), posts, settings.language)
  return {
    settings,
    address: siteAddress(settings.baseUrl),
    postsPerPage,
    posts,
    postBySlug: new Map(posts.map((post) => [post.slug, post])),
    tags,
    paths: new Set(listPaths(posts, tags, postsPerPage)),
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
