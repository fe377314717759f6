import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { MediaFilter, MediaItem } from '../../api/contract'
import type { Calls } from '../app/connection'
import { useServices } from '../app/services'

type MediaPage = Awaited<ReturnType<Calls['media']['list']>>

/** Enough for the largest window, so that scrolling rarely waits. */
const pageSize = 120

/** Under this name answers about media are kept; whoever changes any of them invalidates all. */
export const mediaKey = ['media'] as const

export interface ShownMedia {
  readonly items: readonly MediaItem[]
  /** Undefined until the first answer is there. */
  readonly counts: MediaPage['counts'] | undefined
  readonly error: unknown
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

/** The originals that a filter and a search leave, newest first, a page at a time. */
export function useMedia(filter: MediaFilter, query: string): ShownMedia {
  const { calls } = useServices()
  const answer = useInfiniteQuery({
    queryKey: [...mediaKey, filter, query],
    queryFn: ({ pageParam, signal }) =>
      calls.media.list({ filter, query, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last: MediaPage, pages: readonly MediaPage[]) => {
      const shown = pages.reduce((sum, { items }) => sum + items.length, 0)
      return last.items.length > 0 && shown < last.total ? shown : undefined
    },
    placeholderData: keepPreviousData,
    // What changed while the media were not on screen is not known.
    staleTime: 0,
  })
  return {
    items: answer.data?.pages.flatMap(({ items }) => items) ?? [],
    counts: answer.data?.pages.at(-1)?.counts,
    error: answer.error,
    isLoadingMore: answer.isFetchingNextPage,
    loadMore: () => {
      if (answer.hasNextPage && !answer.isFetching) void answer.fetchNextPage()
    },
  }
}
