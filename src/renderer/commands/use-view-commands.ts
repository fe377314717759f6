import { useMemo } from 'react'
import { type Preferences, usePreference } from '../app/preferences'
import { useWords } from '../words/words'
import { type Command, viewCommand as command } from './command'
import { focusPane } from './panes'

const nextView = { split: 'editor', editor: 'preview', preview: 'split' } as const

/** What is to be seen of the screen, and how it looks. */
export function useViewCommands(): readonly Command[] {
  const [view, setView] = usePreference('view')
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
  const [isListShown, showList] = usePreference('isListShown')
  const [, setAppearance] = usePreference('appearance')
  const [isBarShown, showBar] = usePreference('isFormatBarShown')
  const [isVim, setVim] = usePreference('isVim')
  const { say } = useWords()
  return useMemo(() => {
    const appearance = (value: Preferences['appearance'], name: string) =>
      command(`appearance-${value}`, name, [], () => setAppearance(value))
    return [
      command('next-view', say('Next view (editor and preview)'), ['Mod+E'], () => setView(nextView[view])),
      command('toggle-preview', say('Show or hide preview'), [], () =>
        setView(view === 'split' ? 'editor' : 'split'),
      ),
      command('toggle-sidebar', say('Toggle sidebar'), ['Mod+\\'], () => showSidebar(!isSidebarShown)),
      command('toggle-post-list', say('Toggle post list'), ['Mod+Shift+\\'], () => showList(!isListShown)),
      command('toggle-format-bar', say('Show or hide the format bar'), [], () => showBar(!isBarShown)),
      command('vim', say('Vim keys on or off'), [], () => setVim(!isVim)),
      command('next-pane', say('Next pane'), ['F6'], () => focusPane(1)),
      command('previous-pane', say('Previous pane'), ['Shift+F6'], () => focusPane(-1)),
      appearance('light', say('Light appearance')),
      appearance('dark', say('Dark appearance')),
      appearance('system', say('Appearance of the system')),
    ]
  }, [
    view,
    setView,
    isSidebarShown,
    showSidebar,
    isListShown,
    showList,
    setAppearance,
    isBarShown,
    showBar,
    isVim,
    setVim,
    say,
  ])
}
