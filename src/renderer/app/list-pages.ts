import { keepPreviousData, type QueryClient, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import type { PostId, PostSummary, SearchHit } from '../../document'
import type { Calls } from './connection'
import { keys } from './library-view'
import type { ListRequest, ListSource } from './list-request'
import { useServices } from './services'

/** Posts of a list are read this many at a time: some screens' worth, a few milliseconds' work. */
const pageSize = 100

/** A page is read when one comes this near to it, so that who scrolls by hand finds it there. */
const readAhead = 40

/** The most that the library gives at once. */
const mostAtOnce = 500

/** A part of a list that is out of sight is forgotten after this long: nothing here holds all posts. */
const keptMs = 15_000

/** The most hits that a search shows with their snippets. */
const mostHits = 200

export interface ListPage {
  readonly total: number
  readonly posts: readonly PostSummary[]
}

function pageQuery(calls: Calls, request: ListRequest, page: number) {
  return queryOptions<ListPage>({
    queryKey: keys.page(request, page),
    queryFn: ({ signal }) =>
      calls.posts.page({ ...request, offset: page * pageSize, limit: pageSize }, { signal }),
    gcTime: keptMs,
  })
}

function hitsQuery(calls: Calls, query: string | undefined) {
  return queryOptions<readonly SearchHit[]>({
    queryKey: keys.search(query ?? ''),
    queryFn: ({ signal }) => calls.posts.search({ query: query ?? '', limit: mostHits }, { signal }),
    enabled: query !== undefined,
    gcTime: keptMs,
  })
}

/** What is known of a list as a whole. */
export interface List {
  readonly source: ListSource
  /** How many rows it has. */
  readonly total: number
  /** How many posts it is about: more than rows when a search found more than it shows. */
  readonly found: number
  readonly first: PostSummary | undefined
  readonly hits: readonly SearchHit[] | undefined
  readonly isLoading: boolean
  readonly error: Error | null
}

/** The list of a source: how long it is, and its beginning. */
export function useList(source: ListSource): List {
  const { calls } = useServices()
  const hits = useQuery({ ...hitsQuery(calls, source.hits), placeholderData: keepPreviousData })
  // Beside the best hits, how many there are is a search of its own: only what doesn't show it all asks.
  const isWhole = source.hits !== undefined && (hits.data?.length ?? 0) < mostHits
  const head = useQuery({
    ...pageQuery(calls, source.request, 0),
    enabled: !isWhole,
    // In another order a list is as long as before.
    placeholderData: (before, query) =>
      query !== undefined && isReordered(query.queryKey[1], source.request) ? before : undefined,
  })
  const found = head.data?.total ?? 0
  if (source.hits !== undefined) {
    const rows = hits.data ?? []
    return {
      source,
      total: rows.length,
      found: Math.max(isWhole ? 0 : found, rows.length),
      first: rows[0],
      hits: rows,
      isLoading: hits.isPending,
      error: hits.error,
    }
  }
  return {
    source,
    total: found,
    found,
    first: head.data?.posts[0],
    hits: undefined,
    isLoading: head.isPending,
    error: head.error,
  }
}

/** Whether two requests differ in their order alone. */
function isReordered(a: unknown, b: ListRequest): boolean {
  const bare = (request: object) => JSON.stringify({ ...request, sort: null })
  return typeof a === 'object' && a !== null && bare(a) === bare(b)
}

/** Reads what stands at `first` to `last` of a list, and gives what is there by now. */
export function useRows(
  list: List,
  first: number,
  last: number,
): (index: number) => PostSummary | SearchHit | undefined {
  const { calls } = useServices()
  const { hits, source } = list
  const from = Math.floor(Math.max(0, first - readAhead) / pageSize)
  const end = Math.min(last + readAhead, list.total - 1)
  const count = hits ? 0 : Math.max(1, Math.floor(end / pageSize) - from + 1)
  const pages = useQueries({
    queries: Array.from({ length: count }, (_, index) => pageQuery(calls, source.request, from + index)),
  })
  if (hits) return (index) => hits[index]
  return (index) => pages[Math.floor(index / pageSize) - from]?.data?.posts[index % pageSize]
}

/** Where a post stands in a list: -1 when it isn't in it, undefined while that isn't known. */
export function usePosition(list: List, post: PostId | undefined): number | undefined {
  const { calls, queries } = useServices()
  const { request } = list.source
  const isAsked = list.hits === undefined && post !== undefined
  const position = useQuery({
    queryKey: keys.position(request, post ?? ''),
    queryFn: async ({ signal }) =>
      post === undefined ? -1 : (await calls.posts.position({ ...request, id: post }, { signal })).index,
    enabled: isAsked,
    gcTime: keptMs,
    // Rows that are on screen answer it without a call: the arrow keys move among them.
    initialData: () => (isAsked ? findInPages(queries, request, post) : undefined),
  })
  if (post === undefined) return -1
  if (list.hits) return list.isLoading ? undefined : list.hits.findIndex(({ id }) => id === post)
  return position.data
}

function findInPages(queries: QueryClient, request: ListRequest, post: string): number | undefined {
  for (const query of queries.getQueryCache().findAll({ queryKey: keys.pages(request) })) {
    if (query.state.isInvalidated) continue
    const page = query.queryKey[2]
    const index = (query.state.data as ListPage | undefined)?.posts.findIndex(({ id }) => id === post) ?? -1
    if (index !== -1 && typeof page === 'number') return page * pageSize + index
  }
  return undefined
}

/** As `usePosition`, once. */
export async function positionOf(
  queries: QueryClient,
  calls: Calls,
  source: ListSource,
  post: PostId,
): Promise<number> {
  if (source.hits !== undefined) {
    const hits = await queries.fetchQuery(hitsQuery(calls, source.hits))
    return hits.findIndex(({ id }) => id === post)
  }
  const known = findInPages(queries, source.request, post)
  return known ?? (await calls.posts.position({ ...source.request, id: post })).index
}

/** The post at a place of a list; undefined beyond its ends. */
export async function postAt(
  queries: QueryClient,
  calls: Calls,
  source: ListSource,
  index: number,
): Promise<PostSummary | undefined> {
  if (index < 0) return undefined
  if (source.hits !== undefined) return (await queries.fetchQuery(hitsQuery(calls, source.hits)))[index]
  const page = await queries.fetchQuery(pageQuery(calls, source.request, Math.floor(index / pageSize)))
  return page.posts[index % pageSize]
}

/** The ids of the posts at `from` to `to` (not included) of a list. None of them is kept. */
export async function idsBetween(
  queries: QueryClient,
  calls: Calls,
  source: ListSource,
  from: number,
  to: number,
): Promise<PostId[]> {
  if (source.hits !== undefined) {
    const hits = await queries.fetchQuery(hitsQuery(calls, source.hits))
    return hits.slice(from, to).map(({ id }) => id)
  }
  return idsOf(calls, source.request, from, to)
}

/** The ids of a request's posts, all of them when no part is named. */
export async function idsOf(
  calls: Calls,
  request: ListRequest,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Promise<PostId[]> {
  const ids: PostId[] = []
  for (let offset = from; offset < to; offset += mostAtOnce) {
    const limit = Math.min(mostAtOnce, to - offset)
    const { posts, total } = await calls.posts.page({ ...request, offset, limit })
    ids.push(...posts.map(({ id }) => id))
    if (offset + limit >= total) break
  }
  return ids
}
