import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { importFolder } from '../interchange'
import type { Library } from '../library'
import type { Log } from './log'

/**
 * Brings the starter posts into a library that was born just now, so that the first window isn't empty.
 * A starter that can't be read must not keep the writer from writing.
 */
export async function importStarter(library: Library, resources: string, log: Log): Promise<void> {
  const folder = join(resources, 'starter')
  if (!existsSync(folder)) return
  try {
    const { skipped } = await importFolder(library, folder)
    for (const { path, reason } of skipped) log.error(`The starter post ${path} was left out: ${reason}`)
  } catch (error) {
    log.error('The starter posts could not be brought in.', error)
  }
}
