import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { systemClock } from './clock'
import { keepListening } from './keep-listening'
import { refresh } from './library-view'
import { useServices } from './services'

/** Changes are gathered this long: while one types, the library tells of one every 50 ms. */
const gatherMs = 400

/** Keeps what is shown in step with the library, whoever changes it: this screen, another, the command line. */
export function useLibraryChanges(): void {
  const { calls, connection, info } = useServices()
  const queries = useQueryClient()
  useEffect(() => {
    const stopping = new AbortController()
    const changed = new Set<string>()
    let cancelTimer: (() => void) | undefined
    const update = () => {
      cancelTimer = undefined
      const documents = new Set(changed)
      changed.clear()
      refresh(queries, calls, documents, info.siteId).catch((error: unknown) => {
        // Once the connection is back, everything is read again.
        console.warn('The lists are not up to date.', error)
      })
    }
    const onReconnect = (listener: () => void) =>
      connection.subscribe(() => connection.state() === 'open' && listener())
    const stopReconnect = onReconnect(() => void queries.invalidateQueries())
    void keepListening({
      open: (signal) => calls.library.changes(undefined, { signal }),
      onItem: ({ documents }) => {
        for (const id of documents) changed.add(id)
        cancelTimer ??= systemClock.after(gatherMs, update)
      },
      signal: stopping.signal,
      clock: systemClock,
      onReconnect,
    })
    return () => {
      stopping.abort()
      stopReconnect()
      cancelTimer?.()
    }
  }, [calls, connection, info.siteId, queries])
}
