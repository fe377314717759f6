import {
  findNext,
  findPrevious,
  openSearchPanel,
  selectNextOccurrence,
  selectSelectionMatches,
} from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { useMemo } from 'react'
import { writePreference } from '../app/preferences'
import { useDispatch } from '../app/workspace'
import type { Command } from '../commands/command'
import { isMac } from '../commands/keys'
import { useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'

/** @param hasText whether a post is on the desk, in the trash or not */
export function useFindCommands(hasText: boolean): readonly Command[] {
  const desk = useDeskHandle()
  const dispatch = useDispatch()
  const { say } = useWords()
  return useMemo(() => {
    const command = (
      id: string,
      name: string,
      keys: readonly string[],
      run: (view: EditorView) => boolean,
    ): Command => ({
      id,
      name,
      group: 'Text',
      keys,
      // Without a text, the key is the view's that is there.
      isLocal: !hasText,
      isEnabled: hasText,
      run: () => desk.current.editor !== undefined && run(desk.current.editor),
    })
    const inText = (...of: Parameters<typeof command>): Command => ({ ...command(...of), isOfText: true })
    const open = (withReplace: boolean) => (view: EditorView) => {
      if (withReplace) writePreference('isReplaceShown', true)
      return openSearchPanel(view)
    }
    return [
      command('find', say('Find in post'), ['Mod+F'], open(false)),
      command('replace', say('Find and replace in post'), [isMac ? 'Mod+Alt+F' : 'Mod+H'], open(true)),
      command('find-next', say('Next match'), ['F3', 'Mod+G'], findNext),
      command('find-previous', say('Previous match'), ['Shift+F3', 'Mod+Shift+G'], findPrevious),
      inText('select-next', say('Select next occurrence'), ['Mod+D'], selectNextOccurrence),
      inText('select-occurrences', say('Select all occurrences'), ['Mod+Shift+L'], selectSelectionMatches),
      {
        id: 'replace-in-library',
        name: say('Find and replace in all posts…'),
        group: 'Posts',
        keys: ['Mod+Shift+H'],
        isEnabled: true,
        run: () => dispatch({ do: 'open-dialog', dialog: 'replace-in-library' }),
      },
    ]
  }, [desk, dispatch, say, hasText])
}
