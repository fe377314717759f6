import { type Command, UsageError } from './command'

/**
 * Reads `name=value` arguments, the last of a name winning. Throws UsageError for one without `=` and for a
 * name that is not among `names`.
 */
export function readAssignments(
  texts: readonly string[],
  names: readonly string[],
  command: Command,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const text of texts) {
    const at = text.indexOf('=')
    if (at === -1) throw new UsageError(`“${text}” is not of the form name=value.`, command)
    const name = text.slice(0, at)
    if (!names.includes(name)) {
      throw new UsageError(`“${name}” can’t be set; what can be: ${names.join(', ')}.`, command)
    }
    values[name] = text.slice(at + 1)
  }
  return values
}
