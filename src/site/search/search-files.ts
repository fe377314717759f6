import type { PostId } from '../../document'
import type { PlannedPost, SitePlan } from '../plan'
import { buildSearchIndex, type SearchFile } from './search-index'
import { searchRecord } from './search-record'

/** Where all files of the search stand. */
export const searchFolder = 'pagefind/'

/** Goes up when this program comes to make another index of the same site. */
const searchVersion = '1'

export interface SearchSources {
  readonly plan: SitePlan
  /** What a post's own page calls it. */
  titleOf(post: PlannedPost): string
  /** A digest of what the site shows of a post. */
  digestOf(id: PostId): string
  /** The Markdown that the site shows of a post. */
  sourceOf(id: PostId): string
}

/** Everything that the index hangs on: while these are the same, so are its files, names and bytes. */
export function* searchInputs({ plan, titleOf, digestOf }: SearchSources): Generator<string> {
  yield `${searchVersion} ${plan.settings.language} ${plan.address.policy}`
  for (const post of plan.byId.values()) {
    yield JSON.stringify([post.path, titleOf(post), digestOf(post.id), post.tags.map(({ name }) => name)])
  }
}

/**
 * The files of the site's search. Texts are read one after the other, as the indexer asks for them. Throws as
 * `buildSearchIndex` does.
 */
export function searchFiles(sources: SearchSources, signal?: AbortSignal): AsyncGenerator<SearchFile> {
  const { plan, titleOf, sourceOf } = sources
  const records = function* () {
    for (const post of plan.byId.values()) yield searchRecord(plan, post, titleOf(post), sourceOf(post.id))
  }
  return buildSearchIndex(records(), { language: plan.settings.language, signal })
}
