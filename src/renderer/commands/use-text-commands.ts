import { useMemo } from 'react'
import { useDeskHandle } from '../desk/desk-handle'
import { chooseImages } from '../editor/choose-images'
import { textCommands } from '../editor/format'
import { useWords } from '../words/words'
import type { Command } from './command'
import { focusNamedPane } from './panes'

/** @param isEnabled whether there is a text to be written */
export function useTextCommands(isEnabled: boolean): readonly Command[] {
  const handle = useDeskHandle()
  const { say } = useWords()
  return useMemo((): Command[] => {
    const desk = handle.current
    const texts = textCommands.map(
      ({ id, name, keys, run }): Command => ({
        id,
        name: say(name),
        group: 'Text',
        keys,
        isOfText: true,
        isEnabled,
        run: () => {
          desk.editor?.focus()
          return desk.editor !== undefined && run(desk.editor)
        },
      }),
    )
    return [
      ...texts,
      {
        id: 'insert-image',
        name: say('Insert image…'),
        group: 'Text',
        keys: ['Mod+Shift+I'],
        isOfText: true,
        isEnabled,
        run: () => void chooseImages(desk),
      },
      {
        id: 'go-text',
        name: say('Go to text'),
        group: 'View',
        keys: [],
        isEnabled,
        run: () => focusNamedPane('text'),
      },
    ]
  }, [handle, isEnabled, say])
}
