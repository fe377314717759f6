import { useEffect, useMemo, useState } from 'react'
import type { PostSummary, SearchHit } from '../../document'
import { useLivePosts, useSearch, useTrashedPosts } from '../app/library-view'
import { useWorkspace } from '../app/workspace'
import { postsOf, searchTitles } from './filter-posts'

/** A pause in typing after which a search starts: short enough to feel live, long enough to skip most letters. */
const searchPauseMs = 120

/** What the list shows now: the posts of the place, or those of them that the search found. */
export interface ShownPosts {
  readonly posts: readonly (PostSummary | SearchHit)[]
  readonly isLoading: boolean
  readonly error: Error | null
  /** The words that are searched for; empty when nothing is. */
  readonly query: string
}

export function useShownPosts(): ShownPosts {
  const { place, search } = useWorkspace()
  const live = useLivePosts()
  const trashed = useTrashedPosts()
  const query = useDebounced(search.trim(), searchPauseMs)
  const found = useSearch(place.kind === 'trash' ? '' : query)

  const posts = useMemo(() => {
    if (query === '') return postsOf(place, live.data ?? [], trashed.data ?? [])
    if (place.kind === 'trash') return searchTitles(trashed.data ?? [], query)
    return postsOf(place, found.data ?? [], [])
  }, [place, live.data, trashed.data, found.data, query])
  return {
    posts,
    query,
    isLoading: query === '' ? live.isPending || trashed.isPending : found.isPending && place.kind !== 'trash',
    error: query === '' ? (live.error ?? trashed.error) : found.error,
  }
}

/** The value once it has not changed for a moment; an empty one at once. */
function useDebounced(value: string, delayMs: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return value === '' ? '' : settled
}
