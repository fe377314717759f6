import { type KeyboardEvent, type MouseEvent, useCallback } from 'react'
import type { PostId } from '../../document'
import { Desk } from '../desk/desk'
import { Welcome } from '../first-run/welcome'
import { MediaView } from '../media'
import { OpenFirst } from '../posts/open-first'
import { PostList } from '../posts/post-list'
import { Sidebar } from '../posts/sidebar'
import { SiteView } from '../site/site-view'
import { TagsView } from '../tags/tags-view'
import { useWords } from '../words/words'
import { Announcer } from './announcer'
import { ConnectionBar } from './connection-bar'
import styles from './frame.module.css'
import { type NarrowPane, NarrowPanes, useNarrowPane } from './narrow-panes'
import { distanceFromStart, PaneDivider } from './pane-divider'
import { usePreference } from './preferences'
import { type Place, useDispatch, useWorkspace } from './workspace'

const narrowest = 220
const widest = 480

/** The sidebar, and beside it the place that one is in: a list with the desk, or a view of its own. */
export function Frame() {
  const [isSidebarShown] = usePreference('isSidebarShown')
  const { place } = useWorkspace()
  const [narrow, showNarrow] = useNarrowPane()
  return (
    <div className={styles.frame}>
      <OpenFirst />
      <Announcer />
      <ConnectionBar />
      <Welcome />
      {narrow && <NarrowPanes shown={narrow} onShow={showNarrow} />}
      <div className={styles.panes} data-narrow={narrow}>
        {(isSidebarShown || narrow) && <Sidebar />}
        <PlaceView kind={place.kind} narrow={narrow} showNarrow={showNarrow} />
      </div>
    </div>
  )
}

interface NarrowProps {
  readonly narrow: NarrowPane | undefined
  readonly showNarrow: (pane: NarrowPane) => void
}

function PlaceView({ kind, ...narrow }: Pick<Place, 'kind'> & NarrowProps) {
  switch (kind) {
    case 'media':
      return <MediaView />
    case 'tags':
      return <TagsView />
    case 'site':
      return <SiteView />
    default:
      return <ListAndDesk {...narrow} />
  }
}

function ListAndDesk({ narrow, showNarrow }: NarrowProps) {
  const { say } = useWords()
  const dispatch = useDispatch()
  const [isListShown] = usePreference('isListShown')
  const [listWidth, setListWidth] = usePreference('listWidth')
  const onMove = useCallback(
    (x: number) => {
      const list = document.querySelector('[data-pane="list"]')
      const width = list === null ? narrowest : distanceFromStart(list, x)
      setListWidth(Math.round(Math.min(widest, Math.max(narrowest, width))))
    },
    [setListWidth],
  )
  return (
    <>
      {(isListShown || narrow) && (
        <section
          aria-label={say('Posts')}
          className={styles.list}
          {...(narrow ? {} : { style: { width: listWidth } })}
          data-pane="list"
          onAuxClick={({ button, target }) => {
            const post = button === 1 ? postOf(target) : undefined
            if (post !== undefined) dispatch({ do: 'open-tab', post })
          }}
          {...(narrow ? openingBy(() => showNarrow('desk')) : {})}
          data-goes-away
        >
          <PostList />
          <PaneDivider
            label={say('Width of the post list')}
            value={(100 * (listWidth - narrowest)) / (widest - narrowest)}
            onMove={onMove}
          />
        </section>
      )}
      <div className={styles.desk}>
        <Desk />
      </div>
    </>
  )
}

/** The post of the row that something in the list belongs to. */
function postOf(target: EventTarget): PostId | undefined {
  const row = target instanceof Element ? target.closest('[role="option"][id^="post-"]') : null
  return row === null ? undefined : (row.id.slice('post-'.length) as PostId)
}

/** In a narrow window a post that is pressed, or chosen by Enter, is gone to. */
const openingBy = (open: () => void) => ({
  onClick: ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    if (!shiftKey && !ctrlKey && !metaKey && target instanceof Element && target.closest('[role="option"]'))
      open()
  },
  onKeyDown: ({ key, target }: KeyboardEvent) => {
    if (key === 'Enter' && target instanceof Element && target.closest('[role="listbox"]')) open()
  },
})
