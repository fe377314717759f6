import { EditorView } from '@codemirror/view'
import { useMemo } from 'react'
import type { Command } from '../commands/command'
import { useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'
import { askMenu, findingAfter, findingAt } from './prose-marks'

/** What helps with spelling and style, by key. */
export function useProseCommands(isEnabled: boolean): readonly Command[] {
  const desk = useDeskHandle()
  const { say } = useWords()
  return useMemo(
    () => [
      {
        id: 'next-finding',
        name: say('Next spelling mistake or hint'),
        group: 'Text',
        keys: ['Shift+F7'],
        isEnabled,
        run: () => desk.current.editor && goToNext(desk.current.editor),
      },
      {
        id: 'suggestions',
        name: say('Suggestions for this word'),
        group: 'Text',
        keys: ['Mod+.'],
        isOfText: true,
        isEnabled,
        run: () => desk.current.editor !== undefined && openMenu(desk.current.editor),
      },
      {
        id: 'length-and-goals',
        name: say('Length and goals'),
        group: 'View',
        keys: [],
        isEnabled,
        run: () => document.querySelector<HTMLElement>('[data-figures]')?.click(),
      },
    ],
    [desk, isEnabled, say],
  )
}

function goToNext(view: EditorView): void {
  const next = findingAfter(view.state, view.state.selection.main.to)
  view.focus()
  if (next === undefined) return
  view.dispatch({
    selection: { anchor: next.from, head: next.to },
    effects: EditorView.scrollIntoView(next.from, { y: 'center' }),
  })
}

/** The menu of what is marked at the cursor; nothing where nothing is. */
function openMenu(view: EditorView): boolean {
  const found = findingAt(view.state, view.state.selection.main.head)
  if (found === undefined) return false
  view.dispatch({ effects: askMenu.of(found) })
  return true
}
