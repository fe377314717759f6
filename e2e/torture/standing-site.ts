import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What is in the folder of a site, but for the work of an export: SHA-256 by path. */
export type Site = ReadonlyMap<string, string>

const workFolder = '.longhand-export'
const manifestFile = '.longhand-site.json'

/** Nothing in the place of a site. */
export const noSite: Site = new Map()

export function readSite(folder: string): Site {
  if (!existsSync(folder)) return noSite
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(workFolder))
  return new Map(files.sort().map((file) => [file, hashOf(readFileSync(join(folder, file)))]))
}

/** Where the export into a folder has its work: inside, or beside a folder that is new. */
const workFoldersOf = (folder: string) => [
  join(folder, workFolder),
  join(folder, '..', `.${folder.split('/').at(-1)}${workFolder}`),
]

export const isStaging = (folder: string) =>
  workFoldersOf(folder).some((work) => existsSync(join(work, 'staged')) || existsSync(join(work, 'site')))
/** Whether files are being moved to their places, or were when the export died. */
export const isSwitching = (folder: string) =>
  ['journal.json', 'undo.json'].some((name) => existsSync(join(folder, workFolder, name)))
export const leftovers = (folder: string) => workFoldersOf(folder).filter((work) => existsSync(work))

/** Paths in which two sites differ. */
export function differing(a: Site, b: Site): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file))
}

/** Throws unless every page is whole and the manifest says of each file what it is. */
export function assertWhole(folder: string): void {
  const site = readSite(folder)
  if (site.size === 0) return
  for (const file of site.keys()) assertPageWhole(file, readFileSync(join(folder, file)))
  const { files } = JSON.parse(readFileSync(join(folder, manifestFile), 'utf8')) as {
    files: Record<string, string>
  }
  const named = new Map(Object.entries(files))
  const wrong = differing(new Map([...site].filter(([file]) => file !== manifestFile)), named)
  if (wrong.length > 0) throw new Error(`the manifest is wrong about ${wrong.join(', ')}`)
}

/**
 * Throws unless what stands in a folder could stand there while one of the sites becomes the next: each file is whole
 * and of one of them, and those that all have are there.
 */
export function assertNoHalfFile(folder: string, sites: readonly Site[]): void {
  const standing = readSite(folder)
  for (const file of new Set([...standing.keys(), ...sites.flatMap((site) => [...site.keys()])]))
    if (!sites.some((site) => site.get(file) === standing.get(file)))
      throw new Error(`${file} is of no site${standing.has(file) ? '' : ': it is not there'}`)
}

/** Reads one file as a reader of the site would. Throws when what it gets is of none of the sites. */
export function readAsReader(folder: string, file: string, sites: readonly Site[]): void {
  let bytes: Buffer | undefined
  try {
    bytes = readFileSync(join(folder, file))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const hash = bytes === undefined ? undefined : hashOf(bytes)
  if (sites.some((site) => site.get(file) === hash)) return
  throw new Error(
    `a reader got ${bytes === undefined ? 'nothing' : `${bytes.length} bytes of no site`} as ${file}`,
  )
}

function assertPageWhole(file: string, bytes: Buffer): void {
  if (file.endsWith('.html') && !bytes.toString('utf8').trimEnd().endsWith('</html>'))
    throw new Error(`${file} is half a page`)
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
