import { useMemo } from 'react'
import type { PostId, PostSummary } from '../../document'
import { useLivePosts, useTrashedPosts } from './library-view'

/** A post as the lists have it, in the trash or not. */
export function usePost(id: PostId | undefined): PostSummary | undefined {
  const live = useLivePosts().data
  const trashed = useTrashedPosts().data
  return useMemo(() => {
    if (id === undefined) return undefined
    const isIt = (post: PostSummary) => post.id === id
    return live?.find(isIt) ?? trashed?.find(isIt)
  }, [id, live, trashed])
}
