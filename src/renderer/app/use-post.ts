import { useQuery } from '@tanstack/react-query'
import type { PostId, PostSummary } from '../../document'
import { findInLists } from './kept-posts'
import { keys } from './library-view'
import { useServices } from './services'

/** A post as lists show it, in the trash or not; undefined until it is known, and when there is none. */
export function usePost(id: PostId | undefined): PostSummary | undefined {
  const { calls, queries } = useServices()
  return useQuery<PostSummary>({
    queryKey: keys.post(id ?? ''),
    queryFn: async ({ signal }) => {
      const { body: _, ...post } = await calls.posts.get({ id: id ?? '' }, { signal })
      return post
    },
    enabled: id !== undefined,
    gcTime: 60_000,
    initialData: () => (id === undefined ? undefined : findInLists(queries, id)),
  }).data
}
