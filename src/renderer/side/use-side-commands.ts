import { useMemo } from 'react'
import type { Command } from '../commands/command'
import { focusNamedPane } from '../commands/panes'
import { sidePanes } from './side-panes'
import { useSide } from './use-side'

/** A command for each pane of the side area: shows it and goes to it, or back to the text. */
export function useSideCommands(): readonly Command[] {
  const { pane, isShown, show, hide } = useSide()
  return useMemo(
    () =>
      sidePanes.map(({ id, name, keys }) => {
        const isOpen = isShown && pane === id
        return {
          id,
          name: `Show or hide ${name.toLocaleLowerCase()}`,
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
    [pane, isShown, show, hide],
  )
}
