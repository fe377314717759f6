import { type MouseEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import type { PostSummary } from '../../document'
import { sentenceOf } from '../app/connection'
import { idsBetween, type List, postAt } from '../app/list-pages'
import { markSome, toggleMark } from '../app/marks'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'

/** Opening and marking posts of the list, as lists everywhere do it. */
export interface Marking {
  /** A click: opens; with Ctrl or ⌘ marks one more or less, with Shift all from where one was. */
  readonly press: (event: MouseEvent, post: PostSummary, index: number) => void
  /** Opens the post at an index. With `extend`, marks all from where one was to there. */
  readonly move: (index: number, extend: boolean) => void
  readonly all: () => void
  readonly none: () => void
}

export function useMarking(list: List, position: number): Marking {
  const { calls, queries } = useServices()
  const { selected, marks } = useWorkspace()
  const dispatch = useDispatch()
  const notify = useNotices()
  const anchor = useRef<number>(undefined)
  const now = useRef({ list, position, selected, marks })
  now.current = { list, position, selected, marks }
  useEffect(() => {
    if (marks.kind === 'none') anchor.current = undefined
  }, [marks])

  const open = useCallback(
    async (index: number, extend: boolean) => {
      const { list, position } = now.current
      const from = anchor.current ?? (position === -1 ? index : position)
      const post = await postAt(queries, calls, list.source, index)
      if (post === undefined) return
      if (!extend) dispatch({ do: 'select', post: post.id })
      else {
        const [first, last] = [Math.min(from, index), Math.max(from, index)]
        const ids = await idsBetween(queries, calls, list.source, first, last + 1)
        anchor.current = from
        dispatch({ do: 'select', post: post.id, marks: markSome(ids) })
      }
    },
    [calls, queries, dispatch],
  )
  return useMemo(() => {
    const move = (index: number, extend: boolean) => {
      open(index, extend).catch((error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }))
    }
    return {
      move,
      press: (event, post, index) => {
        const { marks, selected } = now.current
        if (event.shiftKey) move(index, true)
        else if (event.ctrlKey || event.metaKey) {
          dispatch({ do: 'mark', marks: toggleMark(marks, post.id, selected) })
          anchor.current = index
        } else dispatch({ do: 'select', post: post.id })
      },
      all: () => dispatch({ do: 'mark', marks: { kind: 'all' } }),
      none: () => dispatch({ do: 'mark', marks: { kind: 'none' } }),
    }
  }, [open, dispatch, notify])
}
