import { createContext, useContext } from 'react'
import type { Command } from './command'
import { nameKey } from './keys'

interface Tables {
  /** With the keys that are theirs now. */
  readonly commands: readonly Command[]
  /** With the usual ones. */
  readonly usual: readonly Command[]
}

export const CommandsContext = createContext<Tables>({ commands: [], usual: [] })

/** Every command as it stands now, for the palette and the list of shortcuts. */
export const useCommandTable = () => useContext(CommandsContext).commands

/** The same with the keys that the commands have where the writer chose none. */
export const useUsualCommands = () => useContext(CommandsContext).usual

/** The key of a command as the writer reads it, to be shown beside its button; undefined while it has none. */
export function useShortcut(id: string): string | undefined {
  const key = useCommandTable().find((command) => command.id === id)?.keys[0]
  return key === undefined ? undefined : nameKey(key)
}
