import { useEffect, useSyncExternalStore } from 'react'
import { usePreference } from './preferences'

const darkQuery = '(prefers-color-scheme: dark)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(darkQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is dark now: what the writer chose, or else what the system says. */
export function useIsDark(): boolean {
  const [appearance] = usePreference('appearance')
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches)
  return appearance === 'system' ? systemIsDark : appearance === 'dark'
}

/** Puts the appearance on the root, where the tokens read it. */
export function useAppearance(): void {
  const isDark = useIsDark()
  useEffect(() => {
    document.documentElement.toggleAttribute('data-dark', isDark)
  }, [isDark])
}
