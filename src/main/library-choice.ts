import { resolve } from 'node:path'

export interface LibraryChoice {
  readonly path: string
  /** Whether a library may be made there. One that was open before and is gone (a drive that isn't connected) is missed, not replaced. */
  readonly create: boolean
}

/** Which library to open: `--library DIR`, `LONGHAND_LIBRARY`, the one that was open last, the usual place. */
export function chooseLibrary(from: {
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly last: string | undefined
  readonly usual: string
}): LibraryChoice {
  const named = optionValue(from.args, '--library') || from.environment.LONGHAND_LIBRARY
  if (named) return { path: resolve(named), create: true }
  if (from.last !== undefined && from.last !== from.usual) return { path: from.last, create: false }
  return { path: from.usual, create: true }
}

/** The value of `--name VALUE` or `--name=VALUE`, the last one given. */
function optionValue(args: readonly string[], name: string): string | undefined {
  let value: string | undefined
  for (const [index, arg] of args.entries()) {
    if (arg === name) value = args[index + 1]
    else if (arg.startsWith(`${name}=`)) value = arg.slice(name.length + 1)
  }
  return value
}
