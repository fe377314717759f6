import { useEffect, useRef } from 'react'
import { useWords } from '../words/words'
import { systemClock } from './clock'
import { keepListening } from './keep-listening'
import { useNotices } from './notices'
import { useServices } from './services'
import { useDispatch } from './workspace'

/** Tells, once for each reason, that the daily backup could not be made; writing goes on. */
export function useBackupTrouble(): void {
  const { say, hear } = useWords()
  const { calls, connection } = useServices()
  const dispatch = useDispatch()
  const notify = useNotices()
  const told = useRef<string | null>(null)
  useEffect(() => {
    const stopping = new AbortController()
    void keepListening({
      open: (signal) => calls.backups.state(undefined, { signal }),
      onItem: ({ trouble }) => {
        const isNews = trouble !== null && trouble !== told.current
        told.current = trouble
        if (!isNews) return
        notify({
          text: say('The daily backup could not be made. {trouble}', {
            trouble: hear(trouble ?? ''),
          }),
          action: { label: say('Backups…'), run: () => dispatch({ do: 'open-dialog', dialog: 'backups' }) },
        })
      },
      signal: stopping.signal,
      clock: systemClock,
      onReconnect: (listener) =>
        connection.subscribe(() => {
          if (connection.state() === 'open') listener()
        }),
    })
    return () => stopping.abort()
  }, [calls, connection, dispatch, notify, say, hear])
}
