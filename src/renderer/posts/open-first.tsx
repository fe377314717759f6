import { useEffect } from 'react'
import { usePosition } from '../app/list-pages'
import { isList, useDispatch, useWorkspace } from '../app/workspace'
import { useShownList } from './use-shown-list'

/** On coming to a list without the open post, opens the first that is there, so that list and desk agree. */
export function OpenFirst() {
  const { selected, isArriving, place } = useWorkspace()
  const dispatch = useDispatch()
  const list = useShownList()
  const position = usePosition(list, selected)
  const { first, isLoading, error } = list
  const isKnown = !isLoading && error === null && position !== undefined
  useEffect(() => {
    if (!isArriving || !isKnown || !isList(place)) return
    dispatch({ do: 'select', post: position === -1 ? first?.id : selected })
  }, [isArriving, isKnown, place, position, first, selected, dispatch])
  return null
}
