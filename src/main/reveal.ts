import { isAbsolute, join } from 'node:path'

/**
 * What the file manager shows for a folder: its first page when it is a site, so that the folder itself
 * opens, else the folder in the one around it. Nothing is ever started. Undefined for what isn't a full path
 * on this machine: Windows would log in to a share that the path names.
 */
export function revealTarget(path: string, exists: (path: string) => boolean): string | undefined {
  if (!isAbsolute(path) || path.includes('\0') || /^[\\/]{2}/.test(path) || !exists(path)) return undefined
  const page = join(path, 'index.html')
  return exists(page) ? page : path
}
