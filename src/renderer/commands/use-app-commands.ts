import { useMemo } from 'react'
import { useDispatch, type WorkspaceAction } from '../app/workspace'
import { useWords } from '../words/words'
import type { Command } from './command'

type Dialog = Extract<WorkspaceAction, { do: 'open-dialog' }>['dialog']

/** What opens a dialog or a view of the whole app: the site, the settings, the ways to all other commands. */
export function useAppCommands(): readonly Command[] {
  const dispatch = useDispatch()
  const { say } = useWords()
  return useMemo(() => {
    const open = (id: Dialog, name: string, group: Command['group'], ...keys: string[]): Command => ({
      id,
      name,
      group,
      keys,
      isEnabled: true,
      run: () => dispatch({ do: 'open-dialog', dialog: id }),
    })
    return [
      open('export', say('Export site…'), 'Site', 'Mod+Shift+E'),
      open('import', say('Import a folder…'), 'Site'),
      open('backups', say('Backups…'), 'Site'),
      {
        id: 'site-settings',
        name: say('Site settings'),
        group: 'Site' as const,
        keys: [],
        isEnabled: true,
        run: () => dispatch({ do: 'go', place: { kind: 'site' } }),
      },
      open('settings', say('Settings…'), 'View', 'Mod+,'),
      open('command-palette', say('Command palette'), 'Help', 'Mod+Shift+P', 'F1'),
      open('markdown-reference', say('Markdown reference'), 'Help'),
      open('where-files-are', say('Where the files are'), 'Help'),
      open('keyboard-shortcuts', say('Keyboard shortcuts'), 'Help', 'Mod+/'),
    ]
  }, [dispatch, say])
}
