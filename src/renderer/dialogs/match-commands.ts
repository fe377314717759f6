import type { Command } from '../commands/command'

/**
 * The commands whose names hold the typed words, in the order of how well: names that begin with what was
 * typed, then names of which a word does, then the rest. Commands that make no sense now are left out.
 */
export function matchCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const rank = ({ name }: Command) => {
    const text = name.toLocaleLowerCase()
    if (!words.every((word) => text.includes(word))) return -1
    const first = words[0] ?? ''
    return text.startsWith(first) ? 2 : text.includes(` ${first}`) ? 1 : 0
  }
  return commands
    .filter(({ isEnabled }) => isEnabled)
    .map((command) => ({ command, rank: rank(command) }))
    .filter((match) => match.rank >= 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command)
}
