import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { PostId } from '../../document'
import { usePostActions } from '../app/post-actions'
import { useDispatch, useWorkspace } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import { EmptyList } from './empty-list'
import { ListHead } from './list-head'
import styles from './post-list.module.css'
import { PostRow, rowHeight, rowId } from './post-row'
import { type ShownPosts, useShownPosts } from './use-shown-posts'

/** The posts of the place one is in, with the search above them. Ten thousand of them scroll as ten do. */
export function PostList() {
  const shown = useShownPosts()
  return (
    <div className={styles.pane}>
      <ListHead shown={shown} />
      {shown.posts.length === 0 ? <EmptyList shown={shown} /> : <Rows posts={shown.posts} />}
    </div>
  )
}

function Rows({ posts }: Pick<ShownPosts, 'posts'>) {
  const { selected } = useWorkspace()
  const dispatch = useDispatch()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: posts.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback((index: number) => heightAt(posts, index), [posts]),
    // A new function makes the virtualizer ask for all heights anew, which is needed whenever posts change.
    getItemKey: useCallback((index: number) => posts[index]?.id ?? index, [posts]),
    overscan: 8,
  })
  const current = posts.findIndex(({ id }) => id === selected)
  useEffect(() => {
    if (current !== -1) rows.scrollToIndex(current, { align: 'auto' })
  }, [current, rows])
  const onKeyDown = useListKeys(posts, current)
  const active = posts[current]
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Posts"
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      data-pane-focus
      {...(active ? { 'aria-activedescendant': rowId(active.id) } : {})}
    >
      <div role="presentation" className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const post = posts[item.index]
          return (
            post && (
              <PostRow
                key={item.key}
                post={post}
                index={item.index}
                count={posts.length}
                isSelected={post.id === selected}
                style={{ height: item.size, top: item.start }}
                onPress={() => dispatch({ do: 'select', post: post.id })}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

function heightAt(posts: ShownPosts['posts'], index: number): number {
  const post = posts[index]
  return post ? rowHeight(post) : 0
}

/** How many rows Page Up and Page Down move. */
const pageRows = 8

/** Arrows, Home, End and pages move the selection; Enter goes to the text; Delete moves to the trash. */
function useListKeys(posts: ShownPosts['posts'], current: number) {
  const dispatch = useDispatch()
  const actions = usePostActions()
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const last = posts.length - 1
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, current + 1),
      ArrowUp: Math.max(0, current - 1),
      PageDown: Math.min(last, current + pageRows),
      PageUp: Math.max(0, current - pageRows),
      Home: 0,
      End: last,
    }
    const next = moves[event.key]
    const post: PostId | undefined = posts[current]?.id
    if (next !== undefined) dispatch({ do: 'select', post: posts[next]?.id })
    else if (event.key === 'Enter') focusNamedPane('text')
    else if (event.key === 'Delete' && post && posts[current]?.trashedAt === null) void actions.trash(post)
    else return
    event.preventDefault()
  }
}
