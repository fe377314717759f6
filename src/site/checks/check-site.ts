import { existsSync } from 'node:fs'
import type { Post, PostId } from '../../document'
import type { Asset, LibrarySnapshot } from '../../library'
import { hrefOf } from '../addresses'
import { dateFormatter } from '../dates'
import { feedsOf } from '../feeds'
import { type PlannedPost, planPost, type SitePlan } from '../plan'
import { References } from '../references'
import { addressTags } from '../tag-addresses'
import type { Theme } from '../theme'
import { Warnings } from '../warnings'
import { type CheckedSite, checkPost } from './check-post'
import { checkWhole } from './check-whole'
import type { PostFacts } from './facts'
import type { FactsCache } from './facts-cache'
import { checkFeeds } from './feeds'
import { type Finding, sortFindings } from './finding'

/**
 * Checks everything that is on the site, as it was released: the worst first, then post by post, newest first.
 * @param cache hand the same one to every check of a library: only texts that changed are read again
 */
export function checkSite(
  snapshot: LibrarySnapshot,
  plan: SitePlan,
  theme: Theme,
  cache: FactsCache,
): Finding[] {
  const posts: Pick<Post, 'id' | 'tags'>[] = []
  const facts = new Map<PostId, PostFacts>()
  for (const { id, tags, body } of snapshot.publishedPosts()) {
    facts.set(id, cache.read(id, 'released', body))
    posts.push({ id, tags })
  }
  cache.keepOnly(new Set(facts.keys()))
  const site = checkedSite(snapshot, plan, ({ id }) => facts.get(id)?.ids)
  const findings = [...facts].flatMap(([id, ofPost]) => {
    const post = plan.byId.get(id)
    return post === undefined ? [] : checkPost(post, ofPost, site)
  })
  const feeds = cache.feeds(madeOf(snapshot, plan), () => [
    ...checkFeeds({ snapshot, plan, theme, references: site.references }),
  ])
  return sortFindings([...checkWhole({ plan, theme, posts, site }), ...feeds, ...findings])
}

/** What the site's feeds hang on, but for where links in them lead. */
function madeOf(snapshot: LibrarySnapshot, plan: SitePlan): string {
  const inFeed = new Set(feedsOf(plan)[0]?.posts.map(({ id }) => id))
  const posts = snapshot.published().filter(({ id }) => inFeed.has(id))
  return JSON.stringify([plan.settings, posts.map(({ id, digest }) => [id, digest])])
}

/** Checks one post, released or not, as it reads now; in the order of its text. */
export function checkOnePost(
  snapshot: LibrarySnapshot,
  plan: SitePlan,
  { body, ...summary }: Post,
  cache: FactsCache,
): Finding[] {
  const { language, permalink } = plan.settings
  const planned = planPost(summary, addressTags([summary]), dateFormatter(language), permalink)
  const post = { ...planned, path: plan.byId.get(summary.id)?.path ?? planned.path }
  const idsOf = ({ id }: PlannedPost) => {
    const other = snapshot.publishedPost(id)
    return other && cache.read(id, 'released', other.body).ids
  }
  return checkPost(post, cache.read(post.id, 'working', body), checkedSite(snapshot, plan, idsOf))
}

function checkedSite(snapshot: LibrarySnapshot, plan: SitePlan, idsOf: CheckedSite['idsOf']): CheckedSite {
  const assets = new Map<string, Asset | undefined>()
  const asset = (path: string) => {
    if (!assets.has(path)) {
      const found = snapshot.asset(path)
      assets.set(path, found && existsSync(snapshot.assetFile(found)) ? found : undefined)
    }
    return assets.get(path)
  }
  const all = [...plan.posts, ...plan.pages]
  const byHref = new Map(all.map((post) => [hrefOf(plan.address, post.path), post]))
  let drafts: ReadonlyMap<string, string> | undefined
  const draftAt = (slug: string) => {
    drafts ??= new Map(snapshot.drafts().map((draft) => [draft.slug, draft.title]))
    return drafts.get(slug)
  }
  const references = new References(plan, asset, new Warnings())
  return { plan, references, asset, idsOf, draftAt, postAt: (href) => byHref.get(href) }
}
