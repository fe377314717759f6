import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query'
import type { PostSummary, SearchHit, SiteSettings } from '../../document'
import type { Calls } from './connection'
import { withPost } from './post-lists'
import { useServices } from './services'

/** The names under which answers of the library are kept. */
export const keys = {
  live: ['posts', 'live'],
  trashed: ['posts', 'trashed'],
  searches: ['search'],
  search: (query: string) => ['search', query],
  site: ['site'],
} as const

/** Every post outside the trash, newest first. */
export function useLivePosts() {
  const { calls } = useServices()
  return useQuery<readonly PostSummary[]>({
    queryKey: keys.live,
    queryFn: ({ signal }) => calls.posts.list({}, { signal }),
  })
}

export function useTrashedPosts() {
  const { calls } = useServices()
  return useQuery<readonly PostSummary[]>({
    queryKey: keys.trashed,
    queryFn: ({ signal }) => calls.posts.list({ trashed: true }, { signal }),
  })
}

/** Posts that hold the words of `query`, best first; the answer before stays until the new one is there. */
export function useSearch(query: string) {
  const { calls } = useServices()
  return useQuery<readonly SearchHit[]>({
    queryKey: keys.search(query),
    queryFn: ({ signal }) => calls.posts.search({ query, limit: 200 }, { signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

export function useSiteSettings() {
  const { calls } = useServices()
  return useQuery<SiteSettings>({
    queryKey: keys.site,
    queryFn: ({ signal }) => calls.site.get(undefined, { signal }),
  })
}

/** Puts a post as it is now into the lists that are kept. */
export function showPost(queries: QueryClient, post: PostSummary): void {
  const patch = (key: readonly string[], belongs: boolean) =>
    queries.setQueryData<readonly PostSummary[]>(key, (list) => list && withPost(list, post, belongs))
  patch(keys.live, post.trashedAt === null)
  patch(keys.trashed, post.trashedAt !== null)
}

/** A post as the kept lists have it. */
export function findPost(queries: QueryClient, id: string): PostSummary | undefined {
  for (const key of [keys.live, keys.trashed]) {
    const found = queries.getQueryData<readonly PostSummary[]>(key)?.find((post) => post.id === id)
    if (found) return found
  }
  return undefined
}

/** Above this many changed posts at once (an import), reading the lists again is cheaper than each post. */
const mostPatched = 20

/** Brings what is kept up to date after documents changed. */
export async function refresh(
  queries: QueryClient,
  calls: Calls,
  documents: ReadonlySet<string>,
  siteId: string,
): Promise<void> {
  if (documents.has(siteId)) void queries.invalidateQueries({ queryKey: keys.site })
  const posts = [...documents].filter((id) => id !== siteId)
  if (posts.length > mostPatched) await queries.invalidateQueries({ queryKey: ['posts'] })
  else {
    await Promise.all(
      posts.map(async (id) => {
        const { body: _, ...post } = await calls.posts.get({ id })
        showPost(queries, post)
      }),
    )
  }
}
