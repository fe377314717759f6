import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { LonghandError } from '../../document'

/**
 * The full path that a writer means: `~` is the home folder. Throws `bad-input` for a path that hangs on
 * where the program was started.
 */
export function fullPath(text: string): string {
  const path = /^~(?=$|[\\/])/.test(text) ? join(homedir(), text.slice(1)) : text
  if (!isAbsolute(path) || path.includes('\0')) {
    throw new LonghandError('bad-input', `“${text}” is not the full path of a folder.`)
  }
  return resolve(path)
}
