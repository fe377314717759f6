import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder } from '../flush'

/** A database that was recovered whole and checked, and waits to take its place. */
export const recoveredName = 'library.sqlite.recovered'

/**
 * Moves a damaged database and its companions aside, together, and a recovered one into its place. Does nothing
 * when none waits. A process that was killed in the middle of it leaves it to the next one that opens the
 * library. Returns the folder with the damaged files.
 */
export function finishSwitch(folder: string): string | undefined {
  const recovered = join(folder, recoveredName)
  if (!existsSync(recovered)) return undefined
  // The same name when this is called again after a kill.
  const time = new Date(Math.floor(statSync(recovered).mtimeMs)).toISOString().replaceAll(':', '')
  const aside = join(folder, `damaged-${time}`)
  mkdirSync(aside, { recursive: true })
  for (const name of ['library.sqlite-shm', 'library.sqlite-wal', 'library.sqlite']) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
  }
  flushFolder(aside)
  renameSync(recovered, join(folder, 'library.sqlite'))
  flushFolder(folder)
  return aside
}
