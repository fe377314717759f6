import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Every file below `folder`, by its path relative to it, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** What `diff -r` says: the files that only one folder has or that differ in a byte. */
export async function differences(left: string, right: string): Promise<string[]> {
  const [ours, theirs] = await Promise.all([digests(left), digests(right)])
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (file) => ours.get(file) !== theirs.get(file),
  )
}

async function digests(folder: string): Promise<Map<string, string>> {
  const digest = async (file: string) => {
    // A folder that is being tidied loses files between the listing and the reading.
    const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return undefined
    })
    return bytes === undefined ? 'gone' : createHash('sha256').update(bytes).digest('hex')
  }
  const files = await filesIn(folder)
  return new Map(await Promise.all(files.map(async (file) => [file, await digest(file)] as const)))
}
