import { useEffect } from 'react'
import { useServices } from './services'

/**
 * Sends what waits when the window loses the focus, is hidden or closes. A browser asks before it closes a
 * page with unsaved edits; the desktop shell waits for the answer.
 */
export function useFlushOnLeave(): void {
  const { drafts, settings, bridge } = useServices()
  useEffect(() => {
    const flush = () => {
      void drafts.flushAll()
      void settings.flush()
    }
    const onHidden = () => document.visibilityState === 'hidden' && flush()
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      flush()
      if (bridge === undefined && drafts.unsavedCount() + settings.unsavedCount > 0) event.preventDefault()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', onBeforeUnload)
    document.addEventListener('visibilitychange', onHidden)
    const stopBridge = bridge?.onFlush(async () => {
      await settings.flush()
      await drafts.saveAll()
    })
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', onBeforeUnload)
      document.removeEventListener('visibilitychange', onHidden)
      stopBridge?.()
    }
  }, [drafts, settings, bridge])
}
