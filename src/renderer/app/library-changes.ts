import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type PostId, readPost } from '../../document'
import { systemClock } from './clock'
import { keepListening } from './keep-listening'
import { findPost, refresh } from './kept-posts'
import { keys } from './library-view'
import { showsFieldsOf } from './post-fields'
import { useServices } from './services'

/** Changes are gathered this long: while one types, the library tells of one every 50 ms. */
const gatherMs = 400

/**
 * A pause in typing after which the post that is typed in is read again as well, for what follows from its
 * text: where it stands by edit or by words, whether it has unreleased changes, whether a search finds it.
 */
const calmMs = 2000

/** Keeps what is shown in step with the library, whoever changes it: this screen, another, the command line. */
export function useLibraryChanges(): void {
  const { bridge, calls, connection, drafts, info } = useServices()
  const queries = useQueryClient()
  useEffect(() => {
    const stopping = new AbortController()
    const changed = new Set<string>()
    // Most changes are letters typed here: what lists show of the post is the same, and it is not asked for.
    const isTextAlone = (id: string) => {
      const session = drafts.peek(id as PostId)
      const shown = findPost(queries, id)
      if (session === undefined || shown === undefined) return false
      // The first letter after a release makes it a post with unreleased changes, and is shown at once.
      const isFirstChange = shown.status === 'published' && !shown.hasChanges
      return !isFirstChange && showsFieldsOf(shown, readPost(session.doc))
    }
    const typed = new Set<string>()
    let cancelTimer: (() => void) | undefined
    let cancelCalm: (() => void) | undefined
    const bring = (documents: ReadonlySet<string>) =>
      refresh(queries, calls, documents, info.siteId).catch((error: unknown) => {
        // Once the connection is back, everything is read again.
        console.warn('The lists are not up to date.', error)
      })
    const update = () => {
      cancelTimer = undefined
      const documents = new Set<string>()
      for (const id of changed) (isTextAlone(id) ? typed : documents).add(id)
      changed.clear()
      if (documents.size > 0) void bring(documents)
      if (typed.size === 0) return
      cancelCalm?.()
      cancelCalm = systemClock.after(calmMs, () => {
        cancelCalm = undefined
        void queries.invalidateQueries({ queryKey: keys.searches })
        void bring(new Set(typed))
        typed.clear()
      })
    }
    const onReconnect = (listener: () => void) =>
      connection.subscribe(() => connection.state() === 'open' && listener())
    const stopReconnect = onReconnect(() => void queries.invalidateQueries())
    void keepListening({
      open: (signal) => calls.library.changes(undefined, { signal }),
      onItem: ({ documents, epoch }) => {
        // Another library stands in the place of this one: nothing on the screen is of it.
        if (epoch !== info.epoch) return bridge ? bridge.startAnew() : location.reload()
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
      cancelCalm?.()
    }
  }, [bridge, calls, connection, drafts, info.epoch, info.siteId, queries])
}
