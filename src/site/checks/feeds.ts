import type { LibrarySnapshot } from '../../library'
import { renderContent } from '../content'
import { feedEntry, feedFiles, feedsOf } from '../feeds'
import { childrenOf, parseXml, textOf, type XmlElement } from '../parse-xml'
import type { PlannedPost, SitePlan } from '../plan'
import type { References } from '../references'
import { titleIn } from '../site-values'
import type { Theme } from '../theme'
import type { Finding } from './finding'

export interface CheckedFeeds {
  readonly snapshot: LibrarySnapshot
  readonly plan: SitePlan
  readonly theme: Theme
  readonly references: References
}

/** Whether readers can take the site's own feeds: they are made, parsed strictly, and asked for what they must have. */
export function* checkFeeds({ snapshot, plan, theme, references }: CheckedFeeds): Generator<Finding> {
  const [feed] = feedsOf(plan)
  if (feed === undefined) return
  const words = theme.words(plan.settings.language)
  const entryOf = (post: PlannedPost) => {
    const { html } = renderContent(post, snapshot.publishedPost(post.id)?.body ?? '', references)
    return feedEntry(plan, { post, title: titleIn(words, post), html, cover: null })
  }
  const entries = new Map(feed.posts.map((post) => [post, entryOf(post)]))
  for (const { file, content } of feedFiles(plan, feed, entries)) {
    const wrong = whatIsWrong(file, content)
    if (wrong === null) continue
    yield {
      code: 'feed',
      severity: 'error',
      message: `${file} is not a feed that readers can take: ${wrong}.`,
      fix: 'Look for the post whose title, summary or text has what it names, and write that anew.',
    }
  }
}

/** What keeps a feed from being valid, in a few words; null when nothing does. Told apart by its name. */
export function whatIsWrong(file: string, content: string): string | null {
  try {
    if (file.endsWith('.json')) return wrongJson(JSON.parse(content))
    const root = parseXml(content)
    return root.name === 'feed' ? wrongAtom(root) : wrongRss(root)
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  }
}

/** RFC 4287: what a feed and each entry must have. */
function wrongAtom(feed: XmlElement): string | null {
  const entries = childrenOf(feed, 'entry')
  return (
    missing(feed, ['id', 'title', 'updated', 'author'], 'the feed') ??
    first(entries, (entry) => missing(entry, ['id', 'title', 'updated', 'link'], 'an entry')) ??
    repeated(entries.map((entry) => textOf(entry, 'id')))
  )
}

/** RSS 2.0, and a guid for each item, by which readers know it again. */
function wrongRss(root: XmlElement): string | null {
  const [channel] = childrenOf(root, 'channel')
  if (root.name !== 'rss' || channel === undefined) return 'it is neither Atom nor RSS'
  const items = childrenOf(channel, 'item')
  return (
    missing(channel, ['title', 'link', 'description'], 'the channel') ??
    first(items, (item) => missing(item, ['title', 'link', 'guid'], 'an item')) ??
    repeated(items.map((item) => textOf(item, 'guid')))
  )
}

/** JSON Feed 1.1. */
function wrongJson(feed: unknown): string | null {
  const { version, title, items } = feed as { version?: unknown; title?: unknown; items?: unknown }
  if (version !== 'https://jsonfeed.org/version/1.1') return 'it names no version'
  if (typeof title !== 'string' || title === '') return 'the feed has no title'
  if (!Array.isArray(items)) return 'the feed has no items'
  const ids = (items as { id?: unknown }[]).map(({ id }) => (typeof id === 'string' ? id : undefined))
  return ids.includes(undefined) ? 'an item has no id' : repeated(ids)
}

function missing(element: XmlElement, names: readonly string[], what: string): string | null {
  const name = names.find((it) => {
    const [child] = childrenOf(element, it)
    const hasAddress = child?.attributes.href !== undefined || (child?.children.length ?? 0) > 0
    return child === undefined || (child.text.trim() === '' && !hasAddress)
  })
  return name === undefined ? null : `${what} has no ${name}`
}

function first(
  elements: readonly XmlElement[],
  judge: (element: XmlElement) => string | null,
): string | null {
  for (const element of elements) {
    const wrong = judge(element)
    if (wrong !== null) return wrong
  }
  return null
}

const repeated = (ids: readonly (string | undefined)[]) =>
  new Set(ids).size < ids.length ? 'two entries have one id' : null
