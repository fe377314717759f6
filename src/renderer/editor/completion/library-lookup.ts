import type { PostSummary } from '../../../document'
import type { Calls } from '../../app/connection'
import type { DraftSession } from '../../drafts/draft-session'
import type { PageRenderer } from '../../preview/page-renderer'
import { headingsIn, type PostHeading } from './headings-in'

/** A post that a link may lead to. */
export interface LinkedPost {
  readonly slug: string
  readonly title: string
  readonly status: 'draft' | 'published'
}

/** A file of the library. */
export interface LinkedFile {
  /** `media/diagram-3f2a91bc04de.png` */
  readonly path: string
  readonly type: string
}

/** What completion asks of the library. Every answer is short and may be late. */
export interface LibraryLookup {
  /** Posts whose title has these letters in order, best first; without letters those that were edited last. */
  readonly posts: (query: string, signal: AbortSignal) => Promise<readonly LinkedPost[]>
  /** The headings of a post by its slug, or of the post that is open when it is empty. */
  readonly headings: (slug: string) => Promise<readonly PostHeading[]>
  readonly files: (query: string, signal: AbortSignal) => Promise<readonly LinkedFile[]>
  readonly tags: () => Promise<readonly { readonly name: string; readonly count: number }[]>
}

/** So many choices are read; more letters find the others. */
const mostAsked = 20

/** Answers from the library that is open, for the post on the desk: links to itself are only to its headings. */
export function lookUpIn(
  calls: Calls,
  pages: PageRenderer,
  { id, body }: Pick<DraftSession, 'id' | 'body'>,
): LibraryLookup {
  const others = (posts: readonly PostSummary[]) => posts.filter((post) => post.id !== id)
  return {
    posts: async (query, signal) => {
      if (query !== '')
        return others(
          await calls.posts.quickOpen({ query: query.slice(0, 200), limit: mostAsked }, { signal }),
        )
      const sort = { by: 'edited', descending: true } as const
      return others(
        (await calls.posts.page({ view: 'all', sort, offset: 0, limit: mostAsked }, { signal })).posts,
      )
    },
    headings: async (slug) => {
      const source = slug === '' ? body.toString() : (await calls.posts.find({ name: slug })).body
      return headingsIn((await pages.render(source)).blocks.map(({ html }) => html))
    },
    files: async (query, signal) =>
      (
        await calls.media.list(
          { filter: 'all', query: query.slice(0, 200), offset: 0, limit: mostAsked },
          { signal },
        )
      ).items,
    tags: () => calls.tags.list(),
  }
}
