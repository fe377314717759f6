import { useCallback } from 'react'
import { usePreference, writePreference } from '../app/preferences'

/** What can stand in the side area, by name; `side-panes.ts` says what each is. */
export type SidePaneId = 'properties' | 'outline' | 'backlinks' | 'comments' | 'prose' | 'checks'

/** Which pane stands beside the text, and how to change it. One at a time; remembered on this machine. */
export interface Side {
  /** The pane that was chosen last, also while the area is closed. */
  readonly pane: string
  readonly isShown: boolean
  /** Opens the area on this pane. */
  readonly show: (pane: SidePaneId) => void
  readonly hide: () => void
}

export function useSide(): Side {
  const [pane] = usePreference('sidePane')
  const [isShown, setShown] = usePreference('isSideShown')
  const hide = useCallback(() => setShown(false), [setShown])
  return { pane, isShown, show: showSidePane, hide }
}

/** Opens the side area on a pane, from where no hook is at hand. */
export function showSidePane(pane: SidePaneId): void {
  writePreference('sidePane', pane)
  writePreference('isSideShown', true)
}
