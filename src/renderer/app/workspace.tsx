import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useReducer } from 'react'
import type { PostId } from '../../document'
import { addTab, afterClosing, followSelection, type Tabs } from '../tabs/follow-tabs'
import { isMainWindow, keepWindow, readKeptWindow } from '../tabs/kept-window'
import type { SavedFilter } from './library-view'
import { type Marks, noMarks } from './marks'
import { writePreference } from './preferences'

/** Where one is: which posts the list shows, or a view that takes the room of list and desk. */
export type Place =
  | { readonly kind: 'all' | 'draft' | 'published' | 'changed' | 'page' | 'trash' }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'series'; readonly series: string }
  | { readonly kind: 'filter'; readonly filter: SavedFilter }
  | { readonly kind: 'tags' | 'media' | 'site' }

/** Whether a place is a list of posts beside the desk. */
export const isList = ({ kind }: Place) => kind !== 'tags' && kind !== 'media' && kind !== 'site'

type DialogName =
  | 'backups'
  | 'export'
  | 'import'
  | 'settings'
  | 'command-palette'
  | 'keyboard-shortcuts'
  | 'markdown-reference'
  | 'where-files-are'
  | 'quick-open'
  | 'quick-open-tab'
  | 'empty-trash'
  | 'discard-changes'
  | 'replace-in-library'

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
  /** The posts that are open in this window, `selected` among them. */
  readonly tabs: Tabs
  /** Which posts of the list are marked, beside the one that is open. */
  readonly marks: Marks
  /** From coming to a place until a post is chosen there. */
  readonly isArriving: boolean
  readonly dialog: DialogName | undefined
  /** The history of the selected post, in the desk's place while it is read. */
  readonly history: HistoryPlace | undefined
  /** Whether the text has the whole screen, with everything else away. */
  readonly isAlone: boolean
}

export type WorkspaceAction =
  | { readonly do: 'go'; readonly place: Place }
  | { readonly do: 'search'; readonly text: string }
  /** Opens a post and marks those given, or none. */
  | { readonly do: 'select'; readonly post: PostId | undefined; readonly marks?: Marks }
  /** Puts a post on the desk unless the writer has put another there, and leaves the writer where they are. */
  | { readonly do: 'offer'; readonly post: PostId | undefined; readonly insteadOf: PostId | undefined }
  /** Opens a post beside the one on the desk. */
  | { readonly do: 'open-tab'; readonly post: PostId }
  | { readonly do: 'close-tab'; readonly post: PostId }
  | { readonly do: 'mark'; readonly marks: Marks }
  /** The open post may have left the list: what is first there takes its place. */
  | { readonly do: 'settle' }
  | { readonly do: 'show-history'; readonly place: HistoryPlace | undefined }
  | { readonly do: 'be-alone'; readonly isAlone: boolean }
  | { readonly do: 'open-dialog'; readonly dialog: DialogName }
  | { readonly do: 'close-dialog' }

/** The post on the desk is always one of the open ones. */
function reduce(state: Workspace, action: WorkspaceAction): Workspace {
  const next = act(state, action)
  const tabs = followSelection(next.tabs, state.selected, next.selected)
  return tabs === next.tabs ? next : { ...next, tabs }
}

function act(state: Workspace, action: WorkspaceAction): Workspace {
  switch (action.do) {
    case 'go':
      return {
        ...state,
        place: action.place,
        search: '',
        marks: noMarks,
        isArriving: true,
        isAlone: state.isAlone && isList(action.place),
      }
    case 'search':
      return { ...state, search: action.text, marks: noMarks }
    case 'mark':
      return { ...state, marks: action.marks }
    case 'settle':
      return { ...state, marks: noMarks, isArriving: true }
    case 'select':
      return {
        ...state,
        place: isList(state.place) ? state.place : { kind: 'all' },
        selected: action.post,
        marks: action.marks ?? noMarks,
        isArriving: false,
        history: action.post === state.selected ? state.history : undefined,
      }
    case 'offer':
      return state.selected === action.insteadOf ? { ...state, selected: action.post } : state
    case 'open-tab': {
      const tabs = addTab(state.tabs, state.selected, action.post)
      return act({ ...state, tabs }, { do: 'select', post: action.post })
    }
    case 'close-tab': {
      const tabs = state.tabs.filter((tab) => tab !== action.post)
      if (action.post !== state.selected) return { ...state, tabs }
      return act({ ...state, tabs }, { do: 'select', post: afterClosing(state.tabs, action.post) })
    }
    case 'show-history':
      return { ...state, history: action.place }
    case 'be-alone':
      return { ...state, isAlone: action.isAlone }
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
  const { tabs, selected } = state
  useEffect(() => {
    keepWindow({ tabs, selected })
    if (isMainWindow()) writePreference('lastPost', selected ?? '')
  }, [tabs, selected])
  return (
    <DispatchContext value={dispatch}>
      <StateContext value={state}>{children}</StateContext>
    </DispatchContext>
  )
}

/** What was open last is open again. */
function start(): Workspace {
  const { tabs, selected } = readKeptWindow()
  return {
    place: { kind: 'all' },
    search: '',
    selected,
    tabs,
    marks: noMarks,
    isArriving: false,
    dialog: undefined,
    history: undefined,
    isAlone: false,
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
