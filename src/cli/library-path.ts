import { resolve } from 'node:path'
import { usualLibraryPath } from '../api'

/** The usual place, when neither `--library` nor `LONGHAND_LIBRARY` names one. */
export function chooseLibrary(from: {
  readonly option: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly exists: (path: string) => boolean
}): string {
  const named = from.option ?? (from.environment.LONGHAND_LIBRARY || undefined)
  return named === undefined ? usualLibraryPath(from.home, from.exists) : resolve(named)
}
