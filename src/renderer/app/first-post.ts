import { useEffect, useRef } from 'react'
import { useLivePosts, useTrashedPosts } from './library-view'
import { useDispatch, useWorkspace } from './workspace'

/**
 * What is on the desk when the window opens: the post that was there last, or the newest. The one that was
 * there last may belong to another library.
 */
export function useFirstPost(): void {
  const { selected } = useWorkspace()
  const dispatch = useDispatch()
  const live = useLivePosts().data
  const trashed = useTrashedPosts().data
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || live === undefined || trashed === undefined) return
    isDone.current = true
    if ([...live, ...trashed].some(({ id }) => id === selected)) return
    dispatch({ do: 'select', post: live[0]?.id })
  }, [live, trashed, selected, dispatch])
}
