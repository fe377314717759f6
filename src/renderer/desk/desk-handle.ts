import type { EditorView } from '@codemirror/view'
import { createContext, type RefObject, useContext } from 'react'
import type { PostId } from '../../document'

/** What is on the desk now, for commands that reach into it. */
export interface DeskHandle {
  editor: EditorView | undefined
  /** Whose text the editor has. */
  post: PostId | undefined
  title: HTMLTextAreaElement | undefined
}

const DeskHandleContext = createContext<RefObject<DeskHandle> | undefined>(undefined)
export const DeskHandleProvider = DeskHandleContext.Provider

export function useDeskHandle(): RefObject<DeskHandle> {
  const handle = useContext(DeskHandleContext)
  if (handle === undefined) throw new Error('useDeskHandle outside DeskHandleProvider')
  return handle
}

/** The desk of a new post appears a moment after its birth; on a busy machine that is a long one. */
export function focusTitleSoon(desk: DeskHandle, attempts = 200): void {
  if (desk.title && document.activeElement !== desk.title && desk.title.value === '') desk.title.focus()
  else if (attempts > 0) setTimeout(() => focusTitleSoon(desk, attempts - 1), 25)
}
