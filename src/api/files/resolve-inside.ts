import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'

/**
 * The file that an address names inside `root`, or undefined when there is none, it isn't a file, or it lies
 * outside. The address is decoded once, so that a name encoded twice stays a name; dots, empty segments,
 * backslashes, drive letters and NUL are refused before the disk is asked; links are followed, and where
 * they end must be inside as well.
 */
export async function resolveInside(root: string, address: string): Promise<string | undefined> {
  const segments = decodeSegments(address)
  if (segments === undefined) return undefined
  try {
    const [home, file] = await Promise.all([realpath(root), realpath(join(root, ...segments))])
    const way = relative(home, file)
    if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined
    return (await stat(file)).isFile() ? file : undefined
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** The names along an address; undefined when one of them could mean anything but a name. */
export function decodeSegments(address: string): readonly string[] | undefined {
  try {
    const segments = address.replace(/^\//, '').split('/').map(decodeURIComponent)
    return segments.every(isName) ? segments : undefined
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}

// The colon is Windows's drive letter and alternate data stream.
const isName = (segment: string) => segment !== '' && !/^\.{1,2}$|[/\\:\0]/.test(segment)

const absent = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL']
const isAbsent = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && absent.includes(error.code)
