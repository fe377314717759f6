import type { LibrarySnapshot } from '../../library'
import type { OutputFolder } from '../output/output-folder'
import { type ThemeFolders, themeDigest } from '../themes/theme-files'
import { rendererVersion } from './fingerprints'
import { sha256 } from './seal'
import type { SiteCache } from './site-cache'

/** An export that has ended, as the next one tells it when there is nothing to do. */
export interface LastExport {
  /** What all of it was made of. */
  readonly state: string
  readonly pages: number
  readonly bytes: number
  readonly warnings: readonly string[]
}

/** Says by a short text what a whole site is made of; undefined while that can't be told. */
export function stateOf(snapshot: LibrarySnapshot, theme: string | ThemeFolders): string | undefined {
  const stamp = snapshot.stamp()
  if (stamp === null) return undefined
  const folders = typeof theme === 'string' ? [theme] : theme
  return sha256(JSON.stringify([rendererVersion, stamp, themeDigest(folders)]))
}

/** The last export into a folder, if it was made of the same and all that it left stands there still. */
export function findLastExport(
  cache: SiteCache,
  output: OutputFolder,
  state: string,
): (LastExport & { readonly files: number }) | undefined {
  const last = cache.lastExport(output.path)
  if (last?.state !== state) return undefined
  const left = cache.files(output.path)
  const listed = output.listed('')
  const stands = (file: string) => {
    const known = left.get(file)
    return known !== undefined && output.stands(file, known)
  }
  return listed.length === left.size && listed.every(stands) ? { ...last, files: listed.length } : undefined
}
