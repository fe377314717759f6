import { useCallback } from 'react'
import { Desk } from '../desk/desk'
import { OpenFirst } from '../posts/open-first'
import { PostList } from '../posts/post-list'
import { Sidebar } from '../posts/sidebar'
import { ConnectionBar } from './connection-bar'
import styles from './frame.module.css'
import { PaneDivider } from './pane-divider'
import { usePreference } from './preferences'

const narrowest = 220
const widest = 480

/** The three panes. */
export function Frame() {
  const [isSidebarShown] = usePreference('isSidebarShown')
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
    <div className={styles.frame}>
      <OpenFirst />
      <ConnectionBar />
      <div className={styles.panes}>
        {isSidebarShown && <Sidebar />}
        {isListShown && (
          <section aria-label="Posts" className={styles.list} style={{ width: listWidth }} data-pane="list">
            <PostList />
            <PaneDivider
              label="Width of the post list"
              value={(100 * (listWidth - narrowest)) / (widest - narrowest)}
              onMove={onMove}
            />
          </section>
        )}
        <div className={styles.desk}>
          <Desk />
        </div>
      </div>
    </div>
  )
}
