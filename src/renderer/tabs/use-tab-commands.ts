import { useMemo } from 'react'
import { useServices } from '../app/services'
import { openWindow } from '../app/shell'
import { useDispatch, useWorkspace } from '../app/workspace'
import type { Command } from '../commands/command'
import { useWords } from '../words/words'
import { stepFrom } from './follow-tabs'

/** What can be done with the posts that are open, in tabs and in windows. */
export function useTabCommands(): readonly Command[] {
  const { tabs, selected } = useWorkspace()
  const { bridge } = useServices()
  const dispatch = useDispatch()
  const { say } = useWords()
  return useMemo(() => {
    const command = (
      id: string,
      name: string,
      keys: readonly string[],
      isEnabled: boolean,
      run: () => void,
    ): Command => ({ id, name, group: 'View', keys, isEnabled, run })
    const step = (by: 1 | -1) => () => {
      const post = stepFrom(tabs, selected, by)
      if (post !== undefined) dispatch({ do: 'select', post })
    }
    return [
      command('new-tab', say('Open another post in a tab…'), ['Alt+T'], true, () =>
        dispatch({ do: 'open-dialog', dialog: 'quick-open-tab' }),
      ),
      command('close-tab', say('Close tab'), ['Alt+W'], tabs.length > 1, () => {
        if (selected !== undefined) dispatch({ do: 'close-tab', post: selected })
      }),
      command('next-tab', say('Next tab'), ['Mod+Alt+PageDown'], tabs.length > 1, step(1)),
      command('previous-tab', say('Previous tab'), ['Mod+Alt+PageUp'], tabs.length > 1, step(-1)),
      command('new-window', say('New window'), ['Mod+Alt+N'], true, () => openWindow(bridge)),
      command('post-in-window', say('Open post in a new window'), [], selected !== undefined, () =>
        openWindow(bridge, selected),
      ),
    ]
  }, [tabs, selected, bridge, dispatch, say])
}
