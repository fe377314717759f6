import { useQuery } from '@tanstack/react-query'
import type { SiteFinding } from '../../api/contract'
import type { PostId } from '../../document'
import { keys } from '../app/library-view'
import { useServices } from '../app/services'

/** What a check found; `found` is undefined until it has looked once. */
export interface Checked {
  readonly found: readonly SiteFinding[] | undefined
  readonly error: unknown
  readonly retry: () => void
}

/**
 * What there is to look at in a post as it reads now; looked at again when one rests from typing.
 * @param isWanted not looked for while it is false; what was found before is still told
 */
export function usePostChecks(id: PostId, isWanted = true): Checked {
  const { calls } = useServices()
  const { data, error, refetch } = useQuery({
    queryKey: keys.postChecks(id),
    queryFn: async ({ signal }) => (await calls.site.checkPost({ id }, { signal })).findings,
    staleTime: 0,
    gcTime: 60_000,
    enabled: isWanted,
    retry: false,
  })
  return { found: data, error, retry: () => void refetch() }
}

/** What there is to look at on the site as it was released. */
export function useSiteChecks(): Checked {
  const { calls } = useServices()
  const { data, error, refetch } = useQuery({
    queryKey: keys.siteChecks,
    queryFn: async ({ signal }) => (await calls.site.check({}, { signal })).findings,
    staleTime: 0,
    gcTime: 60_000,
    retry: false,
  })
  return { found: data, error, retry: () => void refetch() }
}
