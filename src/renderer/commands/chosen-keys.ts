import type { Command } from './command'
import type { KeyName } from './keys'

/** The keys that the writer gave to commands in place of the usual ones, by the command's id; none: `[]`. */
export type ChosenKeys = Readonly<Record<string, readonly KeyName[]>>

/** The commands with the keys that are theirs now: what is chosen for one is no longer another's usual key. */
export function withChosenKeys(commands: readonly Command[], chosen: ChosenKeys): readonly Command[] {
  const taken = new Set(Object.values(chosen).flat())
  return commands.map((command) => {
    const keys = chosen[command.id] ?? command.keys.filter((key) => !taken.has(key))
    return keys.length === command.keys.length && keys.every((key, index) => key === command.keys[index])
      ? command
      : { ...command, keys }
  })
}

/** The other command that answers to a key, if one does. */
export const ownerOf = (commands: readonly Command[], key: KeyName, except: string): Command | undefined =>
  commands.find(({ id, keys }) => id !== except && keys.includes(key))

/** Gives a command one key in place of those it has; undefined: none. Whoever else has it loses it. */
export function chooseKey(chosen: ChosenKeys, id: string, key: KeyName | undefined): ChosenKeys {
  const others = Object.entries(chosen).map(([other, keys]) => [other, keys.filter((one) => one !== key)])
  return { ...Object.fromEntries(others), [id]: key === undefined ? [] : [key] }
}

/** Gives a command its usual keys again, but for those that were chosen for another. */
export const resetKeys = (chosen: ChosenKeys, id: string): ChosenKeys =>
  Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== id))
