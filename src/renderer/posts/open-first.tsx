import { useEffect } from 'react'
import { useDispatch, useWorkspace } from '../app/workspace'
import { useShownPosts } from './use-shown-posts'

/** On coming to a list without the open post, opens the first that is there, so that list and desk agree. */
export function OpenFirst() {
  const { selected, isArriving } = useWorkspace()
  const dispatch = useDispatch()
  const { posts, isLoading, error } = useShownPosts()
  useEffect(() => {
    if (!isArriving || isLoading || error !== null) return
    const isListed = posts.some(({ id }) => id === selected)
    dispatch({ do: 'select', post: isListed ? selected : posts[0]?.id })
  }, [isArriving, isLoading, error, posts, selected, dispatch])
  return null
}
