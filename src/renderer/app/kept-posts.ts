import type { Query, QueryClient } from '@tanstack/react-query'
import type { PostId, PostSummary, SearchHit } from '../../document'
import type { Calls } from './connection'
import { codeOf } from './connection'
import { keys } from './library-view'
import type { ListPage } from './list-pages'
import type { ListRequest } from './list-request'
import { changesCounts, isOrderedAlike, showsTheSame } from './post-fields'

/** A post as what is kept has it: the open post, and those of the pages on screen. */
export function findPost(queries: QueryClient, id: string): PostSummary | undefined {
  return queries.getQueryData<PostSummary>(keys.post(id)) ?? findInLists(queries, id)
}

/** A post among the rows that are kept and up to date. */
export function findInLists(queries: QueryClient, id: string): PostSummary | undefined {
  for (const query of pagesOf(queries)) {
    const found = query.state.isInvalidated ? undefined : query.state.data?.posts.find(hasId(id))
    if (found) return found
  }
  return undefined
}

/** The post that takes the place of one that leaves the list on screen. */
export function neighbour(queries: QueryClient, id: string): PostId | undefined {
  const hits = queries.getQueryCache().findAll({ queryKey: keys.searches, type: 'active' })
  const pages = queries.getQueryCache().findAll({ queryKey: keys.lists, type: 'active' }) as PageQuery[]
  const lists = [
    ...hits.map(({ state }) => state.data as readonly SearchHit[] | undefined),
    ...pages.map(({ state }) => state.data?.posts),
  ]
  for (const list of lists) {
    const index = list?.findIndex(hasId(id)) ?? -1
    if (index !== -1) return (list?.[index + 1] ?? list?.[index - 1])?.id
  }
  return undefined
}

/**
 * Shows a post as it is now. In a list where it keeps its place its row is drawn anew; otherwise the lists
 * on screen are read again.
 */
export function showPost(queries: QueryClient, post: PostSummary): void {
  const old = findPost(queries, post.id)
  queries.setQueryData<PostSummary>(keys.post(post.id), (kept) =>
    kept !== undefined && showsTheSame(kept, post) && kept.words === post.words ? kept : post,
  )
  if (old === undefined || changesCounts(old, post)) {
    refreshLists(queries)
    return
  }
  for (const query of pagesOf(queries)) showInPage(queries, query, post)
}

function showInPage(queries: QueryClient, query: PageQuery, post: PostSummary): void {
  const old = query.state.data?.posts.find(hasId(post.id))
  const [, request] = query.queryKey as readonly [string, ListRequest]
  const isInSearch = request.query !== undefined && old !== undefined && !showsTheSame(old, post)
  if (old === undefined || (isOrderedAlike(old, post, request.sort.by) && !isInSearch)) {
    if (old === undefined || showsTheSame(old, post)) return
    queries.setQueryData<ListPage>(
      query.queryKey,
      (page) => page && { ...page, posts: page.posts.map((other) => (other.id === post.id ? post : other)) },
    )
  } else {
    void queries.invalidateQueries({ queryKey: keys.pages(request) })
    void queries.invalidateQueries({ queryKey: keys.positions })
  }
}

/** Reads again what is on screen of lists, counts and tags; what is out of sight is read when it comes back. */
export function refreshLists(queries: QueryClient): void {
  for (const queryKey of [keys.lists, keys.positions, keys.searches, keys.counts, keys.tags])
    void queries.invalidateQueries({ queryKey })
}

/** Above this many changed posts at once (an import), reading the lists again is cheaper than each post. */
const mostAsked = 20

/** Brings what is kept up to date after documents changed. */
export async function refresh(
  queries: QueryClient,
  calls: Calls,
  documents: ReadonlySet<string>,
  siteId: string,
): Promise<void> {
  if (documents.has(siteId)) {
    for (const queryKey of [keys.site, keys.filters, keys.ownWords, keys.tags])
      void queries.invalidateQueries({ queryKey })
  }
  for (const queryKey of [keys.previewedSite, keys.checks, keys.backlinks])
    void queries.invalidateQueries({ queryKey })
  const posts = [...documents].filter((id) => id !== siteId)
  const known = posts.filter((id) => findPost(queries, id) !== undefined)
  if (posts.length > known.length || known.length > mostAsked) refreshLists(queries)
  if (known.length > mostAsked) await queries.invalidateQueries({ queryKey: keys.posts })
  else await Promise.all(known.map((id) => refreshPost(queries, calls, id)))
}

async function refreshPost(queries: QueryClient, calls: Calls, id: string): Promise<void> {
  try {
    const { body: _, ...post } = await calls.posts.get({ id })
    showPost(queries, post)
  } catch (error) {
    if (codeOf(error) !== 'not-found') throw error
    // It has left the trash for good.
    await queries.invalidateQueries({ queryKey: keys.post(id) })
    refreshLists(queries)
  }
}

type PageQuery = Query<ListPage | undefined>

const pagesOf = (queries: QueryClient) =>
  queries.getQueryCache().findAll({ queryKey: keys.lists }) as PageQuery[]

const hasId = (id: string) => (post: PostSummary) => post.id === id
