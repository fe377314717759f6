import { lastChanged } from '../dates'
import { type Feed, type FeedEntry, feedEntry, feedFiles, feedNames, feedsOf } from '../feeds'
import { accentOf } from '../icons'
import { titleOf } from '../pages'
import type { PlannedPost } from '../plan'
import { rootFiles } from '../root-files'
import type { SiteFile } from '../site-file'
import { Warnings } from '../warnings'
import type { Fingerprints } from './fingerprints'
import type { SiteRenderer } from './site-renderer'

/** Files of the site that are made together. Those without a fingerprint are cheaper made than compared. */
export interface FileGroup {
  readonly files: readonly string[]
  readonly fingerprint?: string
  make(): readonly SiteFile[]
}

/** How many posts are kept as feeds have them: neighbouring feeds share posts, and each may be long. */
const mostEntries = 64

/** The files of a site that are neither pages nor media. */
export function* siteFiles(
  site: SiteRenderer,
  fingerprints: Fingerprints,
  contentOf: (post: PlannedPost) => string,
): Generator<FileGroup> {
  const { plan, maker } = site
  const entryOf = rememberingEntries(site, contentOf)
  for (const feed of feedsOf(plan)) {
    yield {
      files: feedNames.map((name) => feed.path.slice(1) + name),
      fingerprint: feedFingerprint(fingerprints, feed),
      make: () => feedFiles(plan, feed, new Map(feed.posts.map((post) => [post, entryOf(post)]))),
    }
  }
  yield { files: [], make: () => [...rootFiles(plan, accentOf(maker.theme))] }
  const assets = [...maker.theme.assets.values()]
  yield {
    files: [],
    make: () => assets.map(({ path, bytes }) => ({ kind: 'bytes', file: path.slice(1), content: bytes })),
  }
}

function feedFingerprint(fingerprints: Fingerprints, { title, description, path, posts }: Feed): string {
  const entries = posts.flatMap((post) => [
    post.id,
    fingerprints.card(post),
    fingerprints.contentOf(post),
    lastChanged(post),
    JSON.stringify([post.language, post.canonicalUrl, post.summary]),
  ])
  return fingerprints.file('feed', title, description, path, ...entries)
}

function rememberingEntries(site: SiteRenderer, contentOf: (post: PlannedPost) => string) {
  const kept = new Map<PlannedPost, FeedEntry>()
  const references = site.references(new Warnings())
  return (post: PlannedPost): FeedEntry => {
    const known = kept.get(post)
    if (known !== undefined) return known
    const cover = site.coverOf(post, references, 'cover')
    const entry = feedEntry(site.plan, {
      post,
      title: titleOf(site.maker, post),
      html: contentOf(post),
      cover,
    })
    kept.set(post, entry)
    const [oldest] = kept.keys()
    if (kept.size > mostEntries && oldest !== undefined) kept.delete(oldest)
    return entry
  }
}
