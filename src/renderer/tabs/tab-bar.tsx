import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { PostId } from '../../document'
import { usePost } from '../app/use-post'
import { useDispatch, useWorkspace } from '../app/workspace'
import { useWords } from '../words/words'
import { stepFrom } from './follow-tabs'
import styles from './tab-bar.module.css'

/** The posts that are open, when there are several: the arrow keys go along, Delete closes. */
export function TabBar() {
  const { tabs, selected } = useWorkspace()
  const dispatch = useDispatch()
  const { say, direction } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  // The focus goes along with the tab that is chosen by key.
  useEffect(() => {
    if (!hadFocus.current) return
    hadFocus.current = false
    list.current?.querySelector<HTMLElement>(`[data-tab="${selected}"]`)?.focus()
  }, [selected])
  if (tabs.length < 2) return null
  const onKeyDown = (event: KeyboardEvent, post: PostId) => {
    const forth = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const targets: Readonly<Record<string, PostId | undefined>> = {
      [forth]: stepFrom(tabs, post, 1),
      [back]: stepFrom(tabs, post, -1),
      Home: tabs[0],
      End: tabs.at(-1),
    }
    const target = targets[event.key]
    if (target !== undefined) dispatch({ do: 'select', post: target })
    else if (event.key === 'Delete') dispatch({ do: 'close-tab', post })
    else return
    hadFocus.current = true
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={say('Open posts')}
      className={styles.tabs}
      data-pane="tabs"
      data-goes-away
    >
      {tabs.map((post) => (
        <TabOfPost
          key={post}
          post={post}
          isSelected={post === selected}
          onKeyDown={(event) => onKeyDown(event, post)}
        />
      ))}
    </div>
  )
}

interface TabProps {
  readonly post: PostId
  readonly isSelected: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function TabOfPost({ post, isSelected, onKeyDown }: TabProps) {
  const dispatch = useDispatch()
  const { say } = useWords()
  const title = usePost(post)?.title || say('Untitled')
  const close = () => dispatch({ do: 'close-tab', post })
  return (
    <span role="presentation" className={styles.tab} data-selected={isSelected || undefined}>
      <button
        type="button"
        role="tab"
        aria-selected={isSelected}
        tabIndex={isSelected ? 0 : -1}
        data-tab={post}
        {...(isSelected ? { 'data-pane-focus': '' } : {})}
        className={styles.name}
        title={title}
        onClick={() => dispatch({ do: 'select', post })}
        onAuxClick={(event) => event.button === 1 && close()}
        onKeyDown={onKeyDown}
      >
        {title}
      </button>
      {/* For a pointer alone; Delete does the same by key. */}
      <span aria-hidden className={styles.close} title={say('Close tab')} onClick={close}>
        <X size={12} />
      </span>
    </span>
  )
}
