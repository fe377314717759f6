import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Calls } from '../app/connection'
import { useServices } from '../app/services'

type Find = Calls['replacing']['find']
export type LibraryPattern = Parameters<Find>[0]['pattern']

/** More than these nobody looks through. */
const mostMatches = 1000
/** Who types on is not searched for. */
const restMs = 250

/** What matches the pattern in all posts, a moment after it was typed. */
export function useLibraryMatches(pattern: LibraryPattern) {
  const { calls, drafts } = useServices()
  const rested = useRested(pattern)
  const { data, error, isFetching } = useQuery<Awaited<ReturnType<Find>>>({
    queryKey: ['matches', rested],
    queryFn: async ({ signal }) => {
      await drafts.flushAll()
      return calls.replacing.find({ pattern: rested, limit: mostMatches }, { signal })
    },
    enabled: rested.find !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })
  const isSearching = pattern.find !== '' && (isFetching || rested !== pattern)
  const isFound = pattern.find !== '' && rested.find !== '' && error === null
  return { found: isFound ? data : undefined, error: isSearching ? null : error, isSearching }
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
