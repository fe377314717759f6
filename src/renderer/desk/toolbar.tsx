import {
  BookOpen,
  Columns2,
  Command,
  History,
  ImagePlus,
  PanelLeft,
  PanelRight,
  PenLine,
  Rows3,
  Trash2,
} from 'lucide-react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import type { PostSummary } from '../../document'
import { term } from '../../words'
import { usePostActions } from '../app/post-actions'
import { usePreference } from '../app/preferences'
import { useDispatch, useWorkspace } from '../app/workspace'
import { useShortcut } from '../commands/command-table'
import { IconButton } from '../design/button'
import { IconChoice } from '../design/icon-choice'
import { chooseImages } from '../editor/choose-images'
import { LookMenu } from '../focus/look-menu'
import { useWords } from '../words/words'
import { useDeskHandle } from './desk-handle'
import { ReleaseTools } from './release-tools'
import styles from './toolbar.module.css'

/** The tools above the desk: what is shown on the left, the post's acts on the right. */
export function Toolbar({ post }: { readonly post: PostSummary | undefined }) {
  const { say } = useWords()
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
  const [isListShown, showList] = usePreference('isListShown')
  const dispatch = useDispatch()
  return (
    <AriaToolbar aria-label={say('View')} className={styles.toolbar ?? ''} data-goes-away>
      <IconButton
        label={say('Toggle sidebar')}
        data-of-wide-window
        shortcut={useShortcut('toggle-sidebar')}
        isOn={isSidebarShown}
        onPress={() => showSidebar(!isSidebarShown)}
      >
        <PanelLeft size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={say('Toggle post list')}
        data-of-wide-window
        shortcut={useShortcut('toggle-post-list')}
        isOn={isListShown}
        onPress={() => showList(!isListShown)}
      >
        <Rows3 size={16} strokeWidth={1.75} />
      </IconButton>
      <span className={styles.space} />
      <ViewChoice />
      <span className={styles.space} />
      <LookMenu />
      <IconButton
        label={say('Command palette')}
        shortcut={useShortcut('command-palette')}
        onPress={() => dispatch({ do: 'open-dialog', dialog: 'command-palette' })}
      >
        <Command size={16} strokeWidth={1.75} />
      </IconButton>
      {post && <HistoryButton />}
      {post && <PostTools post={post} />}
      {post && <SideToggle />}
    </AriaToolbar>
  )
}

/** Shows beside the text what was shown there last. */
function SideToggle() {
  const { say } = useWords()
  const [isShown, show] = usePreference('isSideShown')
  return (
    <IconButton label={say('Toggle side pane')} isOn={isShown} onPress={() => show(!isShown)}>
      <PanelRight size={16} strokeWidth={1.75} />
    </IconButton>
  )
}

function HistoryButton() {
  const { say } = useWords()
  const { history } = useWorkspace()
  const dispatch = useDispatch()
  const place = history === undefined ? ({ version: 'now', mode: 'text' } as const) : undefined
  return (
    <IconButton
      label={say('History')}
      shortcut={useShortcut('history')}
      isOn={history !== undefined}
      onPress={() => dispatch({ do: 'show-history', place })}
    >
      <History size={16} strokeWidth={1.75} />
    </IconButton>
  )
}

function PostTools({ post }: { readonly post: PostSummary }) {
  const { say } = useWords()
  const actions = usePostActions()
  const desk = useDeskHandle()
  const trashKey = useShortcut('trash')
  if (post.trashedAt !== null) return null
  return (
    <>
      <IconButton label={say('Insert image…')} onPress={() => void chooseImages(desk.current)}>
        <ImagePlus size={16} strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={say('Move to trash')}
        shortcut={trashKey}
        onPress={() => void actions.trash(post.id)}
      >
        <Trash2 size={16} strokeWidth={1.75} />
      </IconButton>
      <ReleaseTools post={post} />
    </>
  )
}

const views = [
  { value: 'editor', label: term('Editor only'), icon: PenLine },
  { value: 'split', label: term('Editor and preview'), icon: Columns2 },
  { value: 'preview', label: term('Preview only'), icon: BookOpen },
] as const

function ViewChoice() {
  const { say } = useWords()
  const [view, setView] = usePreference('view')
  return (
    <IconChoice
      label={say('View')}
      value={view}
      options={views.map((one) => ({ ...one, label: say(one.label) }))}
      onChange={setView}
    />
  )
}
