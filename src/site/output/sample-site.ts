import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { diskOperations, type FileOperations } from './file-operations'
import { openOutput } from './open-output'

/** Files of a folder with their contents. For tests. */
export type Site = Readonly<Record<string, string>>
export const oldSite: Site = {
  'index.html': 'old front',
  'posts/a/index.html': 'a',
  'posts/gone/index.html': 'gone',
  'same.txt': 's',
}
export const newSite: Site = {
  'index.html': 'new front',
  'posts/a/index.html': 'a2',
  'posts/b/index.html': 'b',
  'same.txt': 's',
}

interface Options {
  readonly files?: FileOperations
  readonly force?: boolean
  readonly libraryPath?: string
  readonly kept?: (file: string, as: string) => void
}

/** Exports as `exportSite` does, without rendering. */
export async function write(out: string, site: Site, options: Options = {}) {
  const {
    files = diskOperations,
    force = false,
    libraryPath = '/nowhere/library',
    kept = () => undefined,
  } = options
  const output = await openOutput(out, { libraryPath, force, files, kept })
  try {
    const hashes = new Map<string, string>()
    const placed = []
    for (const [file, content] of Object.entries(site)) {
      const hash = createHash('sha256').update(content).digest('hex')
      hashes.set(file, hash)
      placed.push(await output.put({ kind: 'text', file, content }, hash))
    }
    const { removed } = await output.commit(hashes)
    return { removed, unchanged: placed.filter((what) => what === 'unchanged').length }
  } catch (error) {
    await output.discard()
    throw error
  }
}

/** Puts files into a folder. */
export const fill = (folder: string, files: Site) => {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
}
