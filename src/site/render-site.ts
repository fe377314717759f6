import { existsSync } from 'node:fs'
import type { PostId } from '../document'
import type { Asset, LibrarySnapshot } from '../library'
import { fileOf } from './addresses'
import { anchorsOf } from './anchors'
import { renderContent } from './content'
import { atomFeed, type FeedEntry, feedLength } from './feed'
import {
  type Card,
  indexPages,
  notFoundPage,
  type PageMaker,
  type PostBody,
  postPage,
  tagPages,
  tagsPage,
  titleOf,
} from './pages'
import type { PlannedPost } from './plan'
import { References } from './references'
import type { SiteFile } from './site-file'
import { robots, sitemap } from './sitemap'
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
  const references = new References(plan, assetFinder(snapshot), warnings, anchorsOf(plan, snapshot))
  const excerpts = new Map<PostId, string>()
  const feed: FeedEntry[] = []
  let index = 0
  for (const { id, body } of snapshot.publishedPosts()) {
    const post = plan.posts[index]
    if (post?.id !== id) throw new Error('the snapshot gave other posts the second time')
    const rendered = renderContent(post, body, references)
    const cover = coverOf(post, references)
    const shown: PostBody = { ...rendered, cover, toc: tableOfContents(rendered.headings, post.words) }
    const neighbours = { newer: plan.posts[index - 1] ?? null, older: plan.posts[index + 1] ?? null }
    yield page(post.path, postPage(maker, post, shown, neighbours))
    excerpts.set(id, post.summary || rendered.excerpt)
    if (feed.length < feedLength) feed.push({ post, title: titleOf(maker, post), html: rendered.html })
    index++
  }
  const cardOf = (post: PlannedPost): Card => ({
    post,
    cover: coverOf(post, references),
    excerpt: excerpts.get(post.id) ?? '',
  })
  yield* listFiles(maker, cardOf)
  yield { kind: 'text', file: 'feed.xml', content: atomFeed(plan, feed) }
  yield* rootFiles(maker)
  yield* assetFiles(maker, references, snapshot)
}

function* listFiles(maker: PageMaker, cardOf: (post: PlannedPost) => Card): Generator<SiteFile> {
  for (const [path, html] of indexPages(maker, cardOf)) yield page(path, html)
  yield page('/tags/', tagsPage(maker))
  for (const tag of maker.plan.tags) {
    for (const [path, html] of tagPages(maker, tag, cardOf)) yield page(path, html)
  }
  yield page('/404.html', notFoundPage(maker))
}

function* rootFiles({ plan }: PageMaker): Generator<SiteFile> {
  const map = sitemap(plan)
  if (map !== null) yield { kind: 'text', file: 'sitemap.xml', content: map }
  yield { kind: 'text', file: 'robots.txt', content: robots(plan) }
}

function* assetFiles(
  { theme }: PageMaker,
  references: References,
  snapshot: LibrarySnapshot,
): Generator<SiteFile> {
  for (const { path, bytes } of theme.assets.values()) {
    yield { kind: 'bytes', file: fileOf(path), content: bytes }
  }
  for (const asset of references.assets.values()) {
    const { path, hash, size } = asset
    yield { kind: 'copy', file: path, source: snapshot.assetFile(asset), hash, size }
  }
}

/** An asset whose file has gone from the library's folder is as missing as one that never was. */
function assetFinder(snapshot: LibrarySnapshot): (path: string) => Asset | undefined {
  return (path) => {
    const asset = snapshot.asset(path)
    return asset !== undefined && existsSync(snapshot.assetFile(asset)) ? asset : undefined
  }
}

const page = (path: string, content: string): SiteFile => ({ kind: 'page', file: fileOf(path), content })

const coverOf = (post: PlannedPost, references: References) =>
  post.cover === null ? null : references.image(post, post.cover, 'cover')
