import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { useWorkspace } from '../app/workspace'
import { useDeskHandle } from '../desk/desk-handle'
import { withChosenKeys } from './chosen-keys'
import type { Command } from './command'
import { isKey, nameKey } from './keys'
import { useCommands } from './use-commands'
import { useNativeMenu } from './use-native-menu'

interface Tables {
  /** With the keys that are theirs now. */
  readonly commands: readonly Command[]
  /** With the usual ones. */
  readonly usual: readonly Command[]
}

const CommandsContext = createContext<Tables>({ commands: [], usual: [] })

/** Every command as it stands now, for the palette and the list of shortcuts. */
export const useCommandTable = () => useContext(CommandsContext).commands

/** The same with the keys that the commands have where the writer chose none. */
export const useUsualCommands = () => useContext(CommandsContext).usual

/** The key of a command as the writer reads it, to be shown beside its button; undefined while it has none. */
export function useShortcut(id: string): string | undefined {
  const key = useCommandTable().find((command) => command.id === id)?.keys[0]
  return key === undefined ? undefined : nameKey(key)
}

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
