import { useMemo } from 'react'
import type { Command } from '../commands/command'
import { focusNamedPane } from '../commands/panes'
import { useWords } from '../words/words'
import { sidePanes } from './side-panes'
import { useSide } from './use-side'

/** A command for each pane of the side area: shows it and goes to it, or back to the text. */
export function useSideCommands(): readonly Command[] {
  const { pane, isShown, show, hide } = useSide()
  const { say } = useWords()
  return useMemo(
    () =>
      sidePanes.map(({ id, toggle, keys }) => {
        const isOpen = isShown && pane === id
        return {
          id,
          name: say(toggle),
          group: 'View' as const,
          keys,
          isEnabled: true,
          run: () => {
            if (isOpen) hide()
            else show(id)
            // The area is drawn first.
            requestAnimationFrame(() => focusNamedPane(isOpen ? 'text' : 'side'))
          },
        }
      }),
    [pane, isShown, show, hide, say],
  )
}
