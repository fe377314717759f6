import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import type { PostId } from '../../document'
import type { List } from '../app/list-pages'
import { type Place, useWorkspace } from '../app/workspace'

/** For which post, where, the list was scrolled last. */
export interface Seen {
  readonly selected: PostId | undefined
  readonly place: Place
  readonly isSearch: boolean
}

/**
 * Keeps the open post in sight when one opens it, comes to its list, or ends a search. Another order or another
 * search begins at the top; a post that moves while one writes it moves nothing.
 * @param seen is kept while the rows come and go
 */
export function useScrolling(
  list: List,
  position: number,
  virtual: Pick<Virtualizer<HTMLDivElement, Element>, 'scrollToIndex' | 'scrollToOffset'>,
  seen: RefObject<Seen | undefined>,
): void {
  const { selected, place } = useWorkspace()
  const { request, typed } = list.source
  const order = `${request.sort.by} ${request.sort.descending} ${typed}`
  const isSearch = typed !== ''
  const lastOrder = useRef(order)
  useEffect(() => {
    if (lastOrder.current === order) return
    lastOrder.current = order
    virtual.scrollToOffset(0)
  }, [order, virtual])
  useEffect(() => {
    if (position === -1 && !isSearch) return
    const last = seen.current
    seen.current = { selected, place, isSearch }
    const isSame = last?.selected === selected && last?.place === place
    if (position === -1 || (isSame && (isSearch || !last?.isSearch))) return
    virtual.scrollToIndex(position, { align: 'auto' })
  }, [position, selected, place, isSearch, virtual, seen])
}
