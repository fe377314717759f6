import { useEffect } from 'react'
import { useDispatch, useWorkspace } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import './alone.css'

/**
 * Takes everything but the text from the screen while the writer wants that, and the whole screen for it where
 * the system gives it. Whoever leaves full screen by the system's own way has everything back.
 */
export function useAlone(): void {
  const { isAlone } = useWorkspace()
  const dispatch = useDispatch()
  useEffect(() => {
    if (!isAlone) return
    const root = document.documentElement
    root.toggleAttribute('data-alone', true)
    // What had the focus may be gone.
    focusNamedPane('text')
    // Refused without a gesture or by a policy: the window then shows the text alone all the same.
    root.requestFullscreen().catch((error: unknown) => console.warn('The screen could not be filled.', error))
    const onLeft = () => {
      if (document.fullscreenElement === null) dispatch({ do: 'be-alone', isAlone: false })
    }
    document.addEventListener('fullscreenchange', onLeft)
    // Where the system gave no full screen, it has no way out of it either.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.fullscreenElement !== null) return
      dispatch({ do: 'be-alone', isAlone: false })
    }
    window.addEventListener('keydown', onEscape)
    return () => {
      window.removeEventListener('keydown', onEscape)
      document.removeEventListener('fullscreenchange', onLeft)
      root.toggleAttribute('data-alone', false)
      if (document.fullscreenElement !== null) void document.exitFullscreen()
    }
  }, [isAlone, dispatch])
}
