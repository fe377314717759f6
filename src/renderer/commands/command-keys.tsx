import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useServices } from '../app/services'
import { useWorkspace } from '../app/workspace'
import type { Command } from './command'
import { isKey } from './keys'
import { useCommands } from './use-commands'

const CommandsContext = createContext<readonly Command[]>([])

/** Every command as it stands now, for the palette and the list of shortcuts. */
export const useCommandTable = () => useContext(CommandsContext)

/** Runs commands by their keys, wherever the focus is, and by the native menu. */
export function CommandKeys({ children }: { readonly children: ReactNode }) {
  const commands = useCommands()
  const { dialog } = useWorkspace()
  const { bridge } = useServices()
  const current = useRef({ commands, isModal: dialog !== undefined })
  current.current = { commands, isModal: dialog !== undefined }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (current.current.isModal) return
      const command = current.current.commands.find(({ keys }) => keys.some((key) => isKey(event, key)))
      if (command === undefined || command.isLocal) return
      // A key of ours does nothing else, even while its command makes no sense.
      event.preventDefault()
      event.stopPropagation()
      if (command.isEnabled) command.run()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])

  useEffect(
    () =>
      bridge?.onCommand((id) => {
        const command = current.current.commands.find((candidate) => candidate.id === id)
        if (command?.isEnabled && !current.current.isModal) command.run()
      }),
    [bridge],
  )
  return <CommandsContext value={commands}>{children}</CommandsContext>
}
