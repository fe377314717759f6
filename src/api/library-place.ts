import { join } from 'node:path'

/**
 * Where the library is when nobody said otherwise, the same for every shell: `~/Documents/Longhand`, or
 * `~/Longhand` where there is no folder for documents.
 */
export function usualLibraryPath(home: string, exists: (path: string) => boolean): string {
  const documents = join(home, 'Documents')
  return join(exists(documents) ? documents : home, 'Longhand')
}
