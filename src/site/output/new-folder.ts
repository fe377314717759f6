import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WholeFile } from '../site-file'
import type { FileOperations } from './file-operations'
import { abandon } from './lock'
import { type Manifest, manifestFile, printManifest } from './manifest'
import type { OutputFolder } from './output-folder'

/**
 * A site where there was none: built in a folder beside, renamed into place when it is whole.
 * @param work a claimed folder beside `out`
 * @param replacesEmpty whether an empty folder stands in its place
 */
export function newFolder(
  out: string,
  work: string,
  replacesEmpty: boolean,
  files: FileOperations,
  afterwards: () => Promise<void>,
): OutputFolder {
  const site = join(work, 'site')
  const made = new Set<string>()
  const unflushed: string[] = []
  return {
    path: out,
    async put(file, _hash) {
      const place = join(site, file.file)
      if (!made.has(dirname(place))) await files.makeFolder(dirname(place))
      made.add(dirname(place))
      await writeFile(file, place, files)
      if (file.kind !== 'copy') unflushed.push(place)
      return 'written'
    },
    standing: async () => undefined,
    stands: () => false,
    listed: () => [],
    look: (file) => lookAt(join(out, file)),
    async commit(manifest: Manifest) {
      await files.makeFolder(site)
      await files.write(join(site, manifestFile), printManifest(manifest))
      await files.flushAll(site, unflushed, [...made, site])
      if (replacesEmpty) await files.removeEmpty(out)
      try {
        await files.move(site, out)
      } catch (error) {
        if (replacesEmpty) await files.makeFolder(out)
        throw error
      }
      // The site stands; a reader sees it whether or not its name is on the disk yet.
      await Promise.allSettled([files.flushFolder(dirname(out))])
      await abandon(work, files)
      return { removed: 0 }
    },
    async discard() {
      await abandon(work, files)
      await afterwards()
    },
  }
}

/** What the file system says of a file; undefined when there is none. */
export function lookAt(path: string): { size: number; modified: number } | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : undefined
}

/** Writes a file of the site at a place; a copy is flushed, others have to be. */
export function writeFile(file: WholeFile, place: string, files: FileOperations): Promise<void> {
  return file.kind === 'copy'
    ? files.copy(file.source, place)
    : files.write(place, file.content, { isFlushed: false })
}
