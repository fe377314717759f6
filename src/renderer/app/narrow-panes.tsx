import { FileText, type LucideIcon, PanelLeft, Rows3 } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Term } from '../../words'
import { term } from '../../words'
import { useWords } from '../words/words'
import styles from './narrow-panes.module.css'
import { isList, useWorkspace } from './workspace'

/** The panes of which a narrow window shows one at a time. */
export type NarrowPane = 'sidebar' | 'list' | 'desk'

/** Below this, panes beside each other leave no room to write: a small window, or a large zoom. */
const narrowQuery = '(max-width: 860px)'

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrowQuery)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

const useIsNarrow = () => useSyncExternalStore(subscribe, () => matchMedia(narrowQuery).matches)

/**
 * The one pane that a narrow window shows; undefined while there is room for all. It follows where the writer
 * goes: to a list when a place is chosen, to the desk when a post is.
 */
export function useNarrowPane(): [NarrowPane | undefined, (pane: NarrowPane) => void] {
  const isNarrow = useIsNarrow()
  const [pane, setPane] = useState<NarrowPane>('desk')
  const { place, selected, isArriving } = useWorkspace()
  const before = useRef({ place, selected, isArriving })
  useEffect(() => {
    const last = before.current
    before.current = { place, selected, isArriving }
    if (last.place !== place) setPane(isList(place) ? 'list' : 'desk')
    // What comes to the desk by itself, or while one goes through the list by key, takes nobody there.
    else if (last.selected !== selected && !last.isArriving && !isInList()) setPane('desk')
  }, [place, selected, isArriving])
  return [isNarrow ? pane : undefined, setPane]
}

const isInList = () => document.activeElement?.closest('[data-pane="list"]') !== null

const panes: readonly { readonly id: NarrowPane; readonly name: Term; readonly icon: LucideIcon }[] = [
  { id: 'sidebar', name: term('[pane] Library'), icon: PanelLeft },
  { id: 'list', name: term('Posts'), icon: Rows3 },
  { id: 'desk', name: term('Desk'), icon: FileText },
]

/** Which pane a narrow window shows. */
export function NarrowPanes({
  shown,
  onShow,
}: {
  readonly shown: NarrowPane
  readonly onShow: (pane: NarrowPane) => void
}) {
  const { say } = useWords()
  const { place } = useWorkspace()
  return (
    <nav aria-label={say('Panes')} className={styles.panes} data-goes-away>
      {panes
        .filter(({ id }) => id !== 'list' || isList(place))
        .map(({ id, name, icon: Icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === shown}
            className={styles.pane}
            onClick={() => onShow(id)}
          >
            <Icon size={15} strokeWidth={1.75} />
            {say(name)}
          </button>
        ))}
    </nav>
  )
}
