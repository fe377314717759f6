import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useReducer } from 'react'
import type { PostId } from '../../document'
import { readPreference, writePreference } from './preferences'

/** Which posts the list shows. */
export type Place =
  | { readonly kind: 'all' | 'draft' | 'published' | 'trash' }
  | { readonly kind: 'tag'; readonly tag: string }

type DialogName = 'export' | 'import' | 'site-settings' | 'command-palette' | 'keyboard-shortcuts'

/** Which state of the open post is read, beside which other. */
export interface HistoryPlace {
  /** The id of a version, or `now` or `released`. */
  readonly version: string
  /** What it is compared with; the present state when left out. */
  readonly against?: string
  readonly mode: 'text' | 'changes'
}

/** Where the writer is. */
export interface Workspace {
  readonly place: Place
  readonly search: string
  readonly selected: PostId | undefined
  /** From coming to a place until a post is chosen there. */
  readonly isArriving: boolean
  readonly dialog: DialogName | undefined
  /** The history of the selected post, in the desk's place while it is read. */
  readonly history: HistoryPlace | undefined
}

export type WorkspaceAction =
  | { readonly do: 'go'; readonly place: Place }
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'select'; readonly post: PostId | undefined }
  | { readonly do: 'show-history'; readonly place: HistoryPlace | undefined }
  | { readonly do: 'open-dialog'; readonly dialog: DialogName }
  | { readonly do: 'close-dialog' }

function reduce(state: Workspace, action: WorkspaceAction): Workspace {
  switch (action.do) {
    case 'go':
      return { ...state, place: action.place, search: '', isArriving: true }
    case 'search':
      return { ...state, search: action.text }
    case 'select':
      return {
        ...state,
        selected: action.post,
        isArriving: false,
        history: action.post === state.selected ? state.history : undefined,
      }
    case 'show-history':
      return { ...state, history: action.place }
    case 'open-dialog':
      return { ...state, dialog: action.dialog }
    case 'close-dialog':
      return { ...state, dialog: undefined }
  }
}

const StateContext = createContext<Workspace | undefined>(undefined)
const DispatchContext = createContext<Dispatch<WorkspaceAction> | undefined>(undefined)

export function WorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const [state, dispatch] = useReducer(reduce, undefined, start)
  useEffect(() => writePreference('lastPost', state.selected ?? ''), [state.selected])
  return (
    <DispatchContext value={dispatch}>
      <StateContext value={state}>{children}</StateContext>
    </DispatchContext>
  )
}

/** The post that was open last is open again. */
function start(): Workspace {
  const last = readPreference('lastPost')
  return {
    place: { kind: 'all' },
    search: '',
    selected: last === '' ? undefined : (last as PostId),
    isArriving: false,
    dialog: undefined,
    history: undefined,
  }
}

export function useWorkspace(): Workspace {
  const state = useContext(StateContext)
  if (state === undefined) throw new Error('useWorkspace outside WorkspaceProvider')
  return state
}

export function useDispatch(): Dispatch<WorkspaceAction> {
  const dispatch = useContext(DispatchContext)
  if (dispatch === undefined) throw new Error('useDispatch outside WorkspaceProvider')
  return dispatch
}
