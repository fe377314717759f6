import { openSearchPanel } from '@codemirror/search'
import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import { type PostActions, usePostActions } from '../app/post-actions'
import { type Preferences, usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { usePost } from '../app/use-post'
import { isList, useDispatch, useWorkspace, type WorkspaceAction } from '../app/workspace'
import { type DeskHandle, useDeskHandle } from '../desk/desk-handle'
import { useDeskCommands } from '../desk/use-desk-commands'
import { chooseImages } from '../editor/choose-images'
import { textCommands as textCommandTable } from '../editor/format'
import { useFocusCommands } from '../focus/use-focus-commands'
import { useSideCommands } from '../side/use-side-commands'
import type { Command } from './command'
import { focusNamedPane, focusPane } from './panes'
import { useMoveCommands } from './use-move-commands'

/** Every command as it stands now. One table for the keys, the palette, the shortcuts and the native menu. */
export function useCommands(): readonly Command[] {
  const { selected, place } = useWorkspace()
  const dispatch = useDispatch()
  const actions = usePostActions()
  const desk = useDeskHandle()
  const { info } = useServices()
  // In a view of its own no post is to be seen, and none is changed unseen.
  const post = usePost(isList(place) ? selected : undefined)
  const moves = useMoveCommands(post)
  const view = useViewCommands()
  const forDesk = useDeskCommands(post)
  const sides = useSideCommands()
  const focus = useFocusCommands()
  return useMemo(
    () => [
      {
        id: 'new-post',
        name: 'New post',
        group: 'Posts' as const,
        // Most browsers keep Mod+N for a window of their own.
        keys: info.shell === 'browser' ? ['Alt+N', 'Mod+N'] : ['Mod+N', 'Alt+N'],
        isEnabled: true,
        run: () => void actions.create(place),
      },
      {
        id: 'new-page',
        name: 'New page',
        group: 'Posts' as const,
        keys: [],
        isEnabled: true,
        run: () => void actions.create(place, 'page'),
      },
      ...postCommands(post, actions, desk.current),
      ...forDesk,
      ...moves,
      ...textCommands(desk.current, post !== undefined && post.trashedAt === null),
      ...sides,
      ...focus,
      ...view,
      ...siteCommands(dispatch),
    ],
    [actions, desk, dispatch, info, place, post, moves, view, forDesk, sides, focus],
  )
}

function postCommands(post: PostSummary | undefined, actions: PostActions, desk: DeskHandle): Command[] {
  const isLive = post !== undefined && post.trashedAt === null
  return [
    {
      id: 'rename',
      name: 'Rename post (go to title)',
      group: 'Posts',
      keys: ['F2'],
      // Without a post, the key is the view's that is there.
      isLocal: !isLive,
      isEnabled: isLive,
      run: () => {
        desk.title?.focus()
        desk.title?.select()
      },
    },
    {
      id: 'trash',
      name: 'Move to trash',
      group: 'Posts',
      keys: ['Mod+Shift+Backspace'],
      isEnabled: isLive,
      run: () => post && void actions.trash(post.id),
    },
    {
      id: 'restore',
      name: 'Restore from trash',
      group: 'Posts',
      keys: [],
      isEnabled: post !== undefined && post.trashedAt !== null,
      run: () => post && void actions.restore(post.id),
    },
  ]
}

function textCommands(desk: DeskHandle, isEnabled: boolean): Command[] {
  const texts = textCommandTable.map(
    ({ id, name, keys, run }): Command => ({
      id,
      name,
      group: 'Text',
      keys,
      isLocal: true,
      isEnabled,
      run: () => {
        desk.editor?.focus()
        if (desk.editor) run(desk.editor)
      },
    }),
  )
  return [
    ...texts,
    {
      id: 'insert-image',
      name: 'Insert image…',
      group: 'Text',
      keys: [],
      isEnabled,
      run: () => void chooseImages(desk),
    },
    {
      id: 'find',
      name: 'Find in post',
      group: 'Text',
      keys: ['Mod+F'],
      isLocal: true,
      isEnabled: desk.editor !== undefined || isEnabled,
      run: () => desk.editor && openSearchPanel(desk.editor),
    },
    {
      id: 'go-text',
      name: 'Go to text',
      group: 'View',
      keys: [],
      isEnabled,
      run: () => focusNamedPane('text'),
    },
  ]
}

const nextView = { split: 'editor', editor: 'preview', preview: 'split' } as const

function useViewCommands(): Command[] {
  const [view, setView] = usePreference('view')
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
  const [isListShown, showList] = usePreference('isListShown')
  const [, setAppearance] = usePreference('appearance')
  return useMemo(() => {
    const command = (id: string, name: string, keys: readonly string[], run: () => void): Command => ({
      id,
      name,
      group: 'View',
      keys,
      isEnabled: true,
      run,
    })
    const appearance = (value: Preferences['appearance'], name: string) =>
      command(`appearance-${value}`, name, [], () => setAppearance(value))
    return [
      command('next-view', 'Next view (editor and preview)', ['Mod+E'], () => setView(nextView[view])),
      command('toggle-preview', 'Show or hide preview', [], () =>
        setView(view === 'split' ? 'editor' : 'split'),
      ),
      command('toggle-sidebar', 'Toggle sidebar', ['Mod+\\'], () => showSidebar(!isSidebarShown)),
      command('toggle-post-list', 'Toggle post list', ['Mod+Shift+\\'], () => showList(!isListShown)),
      command('next-pane', 'Next pane', ['F6'], () => focusPane(1)),
      command('previous-pane', 'Previous pane', ['Shift+F6'], () => focusPane(-1)),
      appearance('light', 'Light appearance'),
      appearance('dark', 'Dark appearance'),
      appearance('system', 'Appearance of the system'),
    ]
  }, [view, setView, isSidebarShown, showSidebar, isListShown, showList, setAppearance])
}

function siteCommands(dispatch: (action: WorkspaceAction) => void): Command[] {
  const open = (
    id: 'backups' | 'export' | 'import' | 'preferences' | 'command-palette' | 'keyboard-shortcuts',
    name: string,
    group: Command['group'],
    keys: readonly string[],
  ): Command => ({
    id,
    name,
    group,
    keys,
    isEnabled: true,
    run: () => dispatch({ do: 'open-dialog', dialog: id }),
  })
  return [
    open('export', 'Export site…', 'Site', ['Mod+Shift+E']),
    open('import', 'Import a folder…', 'Site', []),
    open('backups', 'Backups…', 'Site', []),
    {
      id: 'site-settings',
      name: 'Site settings',
      group: 'Site',
      keys: ['Mod+,'],
      isEnabled: true,
      run: () => dispatch({ do: 'go', place: { kind: 'site' } }),
    },
    open('preferences', 'Preferences…', 'View', []),
    open('command-palette', 'Command palette', 'Help', ['Mod+Shift+P', 'F1']),
    open('keyboard-shortcuts', 'Keyboard shortcuts', 'Help', ['Mod+/']),
  ]
}
