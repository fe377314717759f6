import type { EditorView } from '@codemirror/view'
import { createContext, type RefObject, useContext } from 'react'

/** What is on the desk now, for commands that reach into it. */
export interface DeskHandle {
  editor: EditorView | undefined
  title: HTMLTextAreaElement | undefined
}

const DeskHandleContext = createContext<RefObject<DeskHandle> | undefined>(undefined)
export const DeskHandleProvider = DeskHandleContext.Provider

export function useDeskHandle(): RefObject<DeskHandle> {
  const handle = useContext(DeskHandleContext)
  if (handle === undefined) throw new Error('useDeskHandle outside DeskHandleProvider')
  return handle
}
