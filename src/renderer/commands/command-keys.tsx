import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { useWorkspace } from '../app/workspace'
import { useDeskHandle } from '../desk/desk-handle'
import { withChosenKeys } from './chosen-keys'
import { CommandsContext } from './command-table'
import { isKey } from './keys'
import { useCommands } from './use-commands'
import { useNativeMenu } from './use-native-menu'

/** Runs commands by their keys, wherever the focus is, and by the native menu. */
export function CommandKeys({ children }: { readonly children: ReactNode }) {
  const usual = useCommands()
  const [chosen] = usePreference('commandKeys')
  const commands = useMemo(() => withChosenKeys(usual, chosen), [usual, chosen])
  const { dialog } = useWorkspace()
  const { bridge } = useServices()
  const desk = useDeskHandle()
  const current = useRef({ commands, isModal: dialog !== undefined })
  current.current = { commands, isModal: dialog !== undefined }
  useNativeMenu(commands)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (current.current.isModal || event.isComposing) return
      const isInText = desk.current.editor?.hasFocus === true
      const meant = current.current.commands.filter(
        ({ keys, isLocal, isOfText }) =>
          !isLocal && (!isOfText || isInText) && keys.some((key) => isKey(event, key)),
      )
      // A key of ours does nothing else, even while its command makes no sense; one that had nothing to do
      // leaves it to the next.
      if (!meant.some(({ isEnabled, run }) => !isEnabled || run() !== false)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [desk])

  useEffect(
    () =>
      bridge?.onCommand((id) => {
        const command = current.current.commands.find((candidate) => candidate.id === id)
        if (command?.isEnabled && !current.current.isModal) command.run()
      }),
    [bridge],
  )
  const tables = useMemo(() => ({ commands, usual }), [commands, usual])
  return <CommandsContext value={tables}>{children}</CommandsContext>
}
