import { useCallback } from 'react'
import { Desk } from '../desk/desk'
import { Welcome } from '../first-run/welcome'
import { MediaView } from '../media'
import { OpenFirst } from '../posts/open-first'
import { PostList } from '../posts/post-list'
import { Sidebar } from '../posts/sidebar'
import { SiteView } from '../site/site-view'
import { TagsView } from '../tags/tags-view'
import { useWords } from '../words/words'
import { ConnectionBar } from './connection-bar'
import styles from './frame.module.css'
import { PaneDivider } from './pane-divider'
import { usePreference } from './preferences'
import { type Place, useWorkspace } from './workspace'

const narrowest = 220
const widest = 480

/** The sidebar, and beside it the place that one is in: a list with the desk, or a view of its own. */
export function Frame() {
  const [isSidebarShown] = usePreference('isSidebarShown')
  const { place } = useWorkspace()
  return (
    <div className={styles.frame}>
      <OpenFirst />
      <ConnectionBar />
      <Welcome />
      <div className={styles.panes}>
        {isSidebarShown && <Sidebar />}
        <PlaceView kind={place.kind} />
      </div>
    </div>
  )
}

function PlaceView({ kind }: Pick<Place, 'kind'>) {
  switch (kind) {
    case 'media':
      return <MediaView />
    case 'tags':
      return <TagsView />
    case 'site':
      return <SiteView />
    default:
      return <ListAndDesk />
  }
}

function ListAndDesk() {
  const { say } = useWords()
  const [isListShown] = usePreference('isListShown')
  const [listWidth, setListWidth] = usePreference('listWidth')
  const onMove = useCallback(
    (x: number) => {
      const left = document.querySelector('[data-pane="list"]')?.getBoundingClientRect().left ?? 0
      setListWidth(Math.round(Math.min(widest, Math.max(narrowest, x - left))))
    },
    [setListWidth],
  )
  return (
    <>
      {isListShown && (
        <section
          aria-label={say('Posts')}
          className={styles.list}
          style={{ width: listWidth }}
          data-pane="list"
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
