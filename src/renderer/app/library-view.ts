import { useQuery } from '@tanstack/react-query'
import type { SiteSettings } from '../../document'
import type { Calls } from './connection'
import type { ListRequest } from './list-request'
import { useServices } from './services'

/** The names under which answers of the library are kept. None of them holds all posts. */
export const keys = {
  lists: ['lists'],
  pages: (request: ListRequest) => ['lists', request],
  page: (request: ListRequest, page: number) => ['lists', request, page],
  positions: ['positions'],
  position: (request: ListRequest, post: string) => ['positions', request, post],
  searches: ['search'],
  search: (query: string) => ['search', query],
  posts: ['posts'],
  post: (id: string) => ['posts', id],
  counts: ['counts'],
  tags: ['tags'],
  filters: ['filters'],
  ownWords: ['own-words'],
  site: ['site'],
  previewedSite: ['previewed-site'],
  themes: ['themes'],
  checks: ['checks'],
  backlinks: ['backlinks'],
  backlinksOf: (id: string) => ['backlinks', id],
  siteChecks: ['checks', 'site'],
  postChecks: (id: string) => ['checks', 'post', id],
} as const

/** How many posts each place holds. */
export type Counts = Awaited<ReturnType<Calls['posts']['counts']>>

export function useCounts() {
  const { calls } = useServices()
  return useQuery<Counts>({
    queryKey: keys.counts,
    queryFn: ({ signal }) => calls.posts.counts(undefined, { signal }),
  })
}

/** A tag with how many posts outside the trash have it. */
export type Tag = Awaited<ReturnType<Calls['tags']['list']>>[number]

/** Every tag in reading order. */
export function useTags() {
  const { calls } = useServices()
  return useQuery<readonly Tag[]>({
    queryKey: keys.tags,
    queryFn: ({ signal }) => calls.tags.list(undefined, { signal }),
  })
}

/** A search that the writer has kept under a name. */
export type SavedFilter = Awaited<ReturnType<Calls['filters']['list']>>[number]

export function useFilters() {
  const { calls } = useServices()
  return useQuery<readonly SavedFilter[]>({
    queryKey: keys.filters,
    queryFn: ({ signal }) => calls.filters.list(undefined, { signal }),
  })
}

export function useSiteSettings() {
  const { calls } = useServices()
  return useQuery<SiteSettings>({
    queryKey: keys.site,
    queryFn: ({ signal }) => calls.site.get(undefined, { signal }),
  })
}
