import type { PostId } from '../document'
import type { LibrarySnapshot } from '../library'
import { fileOf } from './addresses'
import { anchorsOf } from './anchors'
import { archivePages, authorPage, searchPage } from './archive-pages'
import { renderContent } from './content'
import { type FeedEntry, feedEntry, feedFiles, feedsOf } from './feeds'
import { accentOf } from './icons'
import { MediaFiles } from './media-files'
import {
  type Card,
  indexPages,
  type ListPage,
  notFoundPage,
  type PageMaker,
  type PostBody,
  postPage,
  seriesPage,
  tagPages,
  tagsPage,
  titleOf,
} from './pages'
import type { PlannedPost, SitePlan } from './plan'
import { References } from './references'
import { rootFiles } from './root-files'
import type { SiteFile } from './site-file'
import { tableOfContents } from './toc'
import type { Warnings } from './warnings'

/**
 * Renders the whole site, one file at a time: posts first, in order, then what is made of them. Holds no
 * more than one post's text and the entries of the feed at once. Throws `theme` when a layout fails.
 */
export function* renderSite(
  maker: PageMaker,
  snapshot: LibrarySnapshot,
  warnings: Warnings,
): Generator<SiteFile> {
  const { plan } = maker
  const media = new MediaFiles(snapshot, warnings)
  const references = new References(plan, media.find, warnings, anchorsOf(plan, snapshot), snapshot.drawing)
  const excerpts = new Map<PostId, string>()
  const feeds = feedsOf(plan)
  const inFeeds = new Set(feeds.flatMap((feed) => feed.posts))
  const entries = new Map<PlannedPost, FeedEntry>()
  const places = new Map(plan.posts.map(({ id }, index) => [id, index]))
  for (const { id, body } of snapshot.publishedPosts()) {
    const post = plan.byId.get(id)
    if (post === undefined) throw new Error('the snapshot gave other posts the second time')
    const rendered = renderContent(post, body, references)
    const cover = coverOf(post, references)
    const shown: PostBody = { ...rendered, cover, toc: tableOfContents(rendered.headings, post.words) }
    const index = places.get(id) ?? Number.NaN
    const neighbours = { newer: plan.posts[index - 1] ?? null, older: plan.posts[index + 1] ?? null }
    yield page(plan, post.path, postPage(maker, post, shown, neighbours))
    excerpts.set(id, post.summary || rendered.excerpt)
    if (inFeeds.has(post)) {
      const content = { post, title: titleOf(maker, post), html: rendered.html, cover }
      entries.set(post, feedEntry(plan, content))
    }
  }
  const cardOf = (post: PlannedPost): Card => ({
    post,
    cover: coverOf(post, references),
    excerpt: excerpts.get(post.id) ?? '',
  })
  yield* listFiles(maker, cardOf)
  for (const feed of feeds) yield* feedFiles(plan, feed, entries)
  yield* rootFiles(plan, accentOf(maker.theme))
  yield* themeFiles(maker)
  yield* media.files(references.assets.values())
}

function* listFiles(maker: PageMaker, cardOf: (post: PlannedPost) => Card): Generator<SiteFile> {
  for (const list of pagesOfLists(maker)) yield page(maker.plan, list.path, list.render(cardOf))
}

function* pagesOfLists(maker: PageMaker): Generator<ListPage> {
  yield* indexPages(maker)
  yield tagsPage(maker)
  for (const tag of maker.plan.tags) yield* tagPages(maker, tag)
  for (const series of maker.plan.series) yield seriesPage(maker, series)
  yield* archivePages(maker)
  yield authorPage(maker)
  if (maker.plan.settings.search) yield searchPage(maker)
  yield notFoundPage(maker)
}

function* themeFiles({ theme }: PageMaker): Generator<SiteFile> {
  for (const { path, bytes } of theme.assets.values()) {
    yield { kind: 'bytes', file: path.slice(1), content: bytes }
  }
}

const page = ({ address }: SitePlan, path: string, content: string): SiteFile => ({
  kind: 'page',
  file: fileOf(address, path),
  content,
})

const coverOf = (post: PlannedPost, references: References) =>
  post.cover === null ? null : references.image(post, post.cover, 'cover')
