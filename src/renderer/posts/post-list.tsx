import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useRef } from 'react'
import { type List, usePosition, useRows } from '../app/list-pages'
import { isMarked } from '../app/marks'
import { useWorkspace } from '../app/workspace'
import { useWords } from '../words/words'
import { BulkBar } from './bulk-bar'
import { EmptyList } from './empty-list'
import { ListHead } from './list-head'
import styles from './post-list.module.css'
import { LoadingRow, PostRow, rowHeights, rowId } from './post-row'
import { TrashNote } from './trash-note'
import { type Bulk, useBulk } from './use-bulk'
import { useListKeys } from './use-list-keys'
import { useMarking } from './use-marking'
import { type Seen, useScrolling } from './use-scrolling'
import { useShownList } from './use-shown-list'

/** The posts of the place one is in, with the search above them. Ten thousand of them scroll as ten do. */
export function PostList() {
  const list = useShownList()
  const bulk = useBulk(list)
  const seen = useRef<Seen>(undefined)
  return (
    <div className={styles.pane}>
      <ListHead list={list} />
      <TrashNote />
      {list.total === 0 ? <EmptyList list={list} /> : <Rows list={list} bulk={bulk} seen={seen} />}
      <BulkBar list={list} bulk={bulk} />
    </div>
  )
}

interface RowsProps {
  readonly list: List
  readonly bulk: Bulk
  readonly seen: RefObject<Seen | undefined>
}

function Rows({ list, bulk, seen }: RowsProps) {
  const { say } = useWords()
  const { selected, marks } = useWorkspace()
  const scroller = useRef<HTMLDivElement>(null)
  // Rows are of one height, so that the scroll bar stands still while pages of the list come in.
  const height = list.hits ? rowHeights.hit : rowHeights.post
  const virtual = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    // A new function makes the virtualizer ask for all heights anew.
    estimateSize: useCallback(() => height, [height]),
    overscan: 8,
  })
  const items = virtual.getVirtualItems()
  const at = useRows(list, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const position = usePosition(list, selected) ?? -1
  useScrolling(list, position, virtual, seen)
  const marking = useMarking(list, position)
  const onKeyDown = useListKeys(list, position, marking, bulk)
  const active = position === -1 ? undefined : at(position)
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={say('Posts')}
      aria-multiselectable
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
      // A row that is pressed takes the focus, and would take it away when it scrolls out of sight.
      onFocus={({ target, currentTarget }) => {
        if (target !== currentTarget) currentTarget.focus({ preventScroll: true })
      }}
      data-pane-focus
      {...(active ? { 'aria-activedescendant': rowId(active.id) } : {})}
    >
      <div role="presentation" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const post = at(index)
          const shared = { index, count: list.total, top: start }
          return post ? (
            <PostRow
              key={post.id}
              post={post}
              {...shared}
              isOpen={post.id === selected}
              isSelected={marks.kind === 'none' ? post.id === selected : isMarked(marks, post.id)}
              onPress={marking.press}
            />
          ) : (
            <LoadingRow key={index} {...shared} height={height} />
          )
        })}
      </div>
    </div>
  )
}
