import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { systemClock } from '../app/clock'
import { keepListening } from '../app/keep-listening'
import { useServices } from '../app/services'
import { mediaKey } from './use-media'

/** Changes are gathered this long: an import tells of hundreds. */
const gatherMs = 400

/** Keeps the media in step with the library for as long as they are on screen: any edit may use one or cease to. */
export function useMediaChanges(): void {
  const { calls, connection } = useServices()
  const queries = useQueryClient()
  useEffect(() => {
    const stopping = new AbortController()
    let cancelTimer: (() => void) | undefined
    const update = () => {
      cancelTimer = undefined
      void queries.invalidateQueries({ queryKey: mediaKey })
    }
    void keepListening({
      open: (signal) => calls.library.changes(undefined, { signal }),
      onItem: () => {
        cancelTimer ??= systemClock.after(gatherMs, update)
      },
      signal: stopping.signal,
      clock: systemClock,
      onReconnect: (listener) => connection.subscribe(() => connection.state() === 'open' && listener()),
    })
    return () => {
      stopping.abort()
      cancelTimer?.()
    }
  }, [calls, connection, queries])
}
