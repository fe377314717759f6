import { useEffect, useRef } from 'react'
import { codeOf } from './connection'
import { postAt } from './list-pages'
import { sourceOf } from './list-request'
import { readPreference } from './preferences'
import { useServices } from './services'
import { useDispatch, useWorkspace } from './workspace'

/**
 * What is on the desk when the window opens: the post that was there last, or the first of the list. The one
 * that was there last may belong to another library.
 */
export function useFirstPost(): void {
  const { calls, queries } = useServices()
  const { selected } = useWorkspace()
  const dispatch = useDispatch()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    const open = async () => {
      if (selected !== undefined) {
        const isThere = await calls.posts.get({ id: selected }).then(
          () => true,
          (error: unknown) => codeOf(error) !== 'not-found',
        )
        if (isThere) return
      }
      const preferences = {
        sortBy: readPreference('sortBy'),
        sortDescending: readPreference('sortDescending'),
      }
      const first = await postAt(queries, calls, sourceOf({ kind: 'all' }, '', preferences), 0)
      // Who was quick has gone elsewhere by now.
      dispatch({ do: 'offer', post: first?.id, insteadOf: selected })
    }
    open().catch((error: unknown) => console.warn('No post could be opened.', error))
  }, [calls, queries, selected, dispatch])
}
