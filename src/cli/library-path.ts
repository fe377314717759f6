import { join, resolve } from 'node:path'

/** The usual place, when neither `--library` nor `LONGHAND_LIBRARY` names one. */
export function chooseLibrary(from: {
  readonly option: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly exists: (path: string) => boolean
}): string {
  const named = from.option ?? (from.environment.LONGHAND_LIBRARY || undefined)
  if (named !== undefined) return resolve(named)
  const documents = join(from.home, 'Documents')
  return join(from.exists(documents) ? documents : from.home, 'Longhand')
}
