import { useEffect, useRef } from 'react'
import { codeOf } from '../app/connection'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'

/** Closes tabs that came back for posts that are gone, or belong to another library. The desk's own is seen to elsewhere. */
export function useMissingTabs(): void {
  const { calls } = useServices()
  const { tabs, selected } = useWorkspace()
  const dispatch = useDispatch()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    for (const post of tabs.filter((tab) => tab !== selected)) {
      calls.posts.get({ id: post }).catch((error: unknown) => {
        if (codeOf(error) === 'not-found') dispatch({ do: 'close-tab', post })
      })
    }
  }, [calls, tabs, selected, dispatch])
}
