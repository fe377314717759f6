import { useEffect, useMemo, useState } from 'react'
import { type List, useList } from '../app/list-pages'
import { type ListSource, sourceOf } from '../app/list-request'
import { usePreference } from '../app/preferences'
import { useWorkspace } from '../app/workspace'

/** A pause in typing after which a search starts: short enough to feel live, long enough to skip most letters. */
const searchPauseMs = 90

/** What the list is asked for now: by the place, the search and the order. */
export function useListSource(): ListSource {
  const { place, search } = useWorkspace()
  const [sortBy] = usePreference('sortBy')
  const [sortDescending] = usePreference('sortDescending')
  const typed = useDebounced(search.trim(), searchPauseMs)
  return useMemo(
    () => sourceOf(place, typed, { sortBy, sortDescending }),
    [place, typed, sortBy, sortDescending],
  )
}

/** The list as it is shown now. */
export function useShownList(): List {
  return useList(useListSource())
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
