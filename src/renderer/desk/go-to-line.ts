import { EditorView } from '@codemirror/view'
import { useCallback } from 'react'
import type { PostId } from '../../document'
import { usePreference } from '../app/preferences'
import { useDispatch } from '../app/workspace'
import { type DeskHandle, useDeskHandle } from './desk-handle'

/** Opens a post with the cursor in a line of its text, from 1; in its title when no line is given. */
export function useGoToLine(): (post: PostId, line: number | undefined) => void {
  const dispatch = useDispatch()
  const desk = useDeskHandle()
  const [view, setView] = usePreference('view')
  return useCallback(
    (post, line) => {
      if (view === 'preview') setView('split')
      dispatch({ do: 'select', post })
      dispatch({ do: 'show-history', place: undefined })
      goToLineSoon(desk.current, post, line)
    },
    [desk, dispatch, view, setView],
  )
}

/** The text of a post appears a moment after it was chosen; on a busy machine that is a long one. */
function goToLineSoon(desk: DeskHandle, post: PostId, line: number | undefined, attempts = 200): void {
  const { editor } = desk
  // One that is hidden can't have the focus.
  if (editor === undefined || desk.post !== post || editor.dom.offsetParent === null) {
    if (attempts > 0) setTimeout(() => goToLineSoon(desk, post, line, attempts - 1), 25)
    return
  }
  if (line === undefined) {
    desk.title?.focus()
    return
  }
  const { doc } = editor.state
  const { from, to } = doc.line(Math.min(line, doc.lines))
  editor.focus()
  editor.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
}
