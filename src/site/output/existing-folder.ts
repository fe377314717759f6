import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WholeFile } from '../site-file'
import { unless } from './file-errors'
import type { FileOperations } from './file-operations'
import { assertInside, inTheWay } from './inside'
import { isSwitching, type Journal, stagedFile, switchSite, workFolderName } from './journal'
import { abandon, release } from './lock'
import { type Manifest, manifestFile, printManifest } from './manifest'
import { lookAt, writeFile } from './new-folder'
import type { OutputFolder, Placed } from './output-folder'

type Move = Journal['moves'][number]

/**
 * Brings a folder up to date: what differs is staged in a claimed work folder inside it and moved to its place by
 * a journal. Files that aren't Longhand's stay; one that is in the way of a page is kept under another name.
 */
export class ExistingFolder implements OutputFolder {
  readonly #moves: Move[] = []
  readonly #work: string
  /** Folders known to be real ones inside it, or not to be there yet. */
  readonly #safeFolders = new Set<string>()
  #made = false

  constructor(
    readonly path: string,
    /** What the last export left here. */
    private readonly previous: Manifest,
    private readonly files: FileOperations,
    private readonly kept: (file: string, as: string) => void,
  ) {
    this.#work = join(path, workFolderName)
  }

  async put(file: WholeFile, hash: string): Promise<Placed> {
    await assertInside(this.path, dirname(file.file), this.#safeFolders)
    const there = await this.#whatIsThere(file, hash)
    if (there === 'same') return 'unchanged'
    const keepAs = there === 'foreign' ? await this.#nameToKeep(file.file) : null
    await this.#stage(file, { file: file.file, replaces: there !== 'nothing', keepAs })
    if (keepAs !== null) this.kept(file.file, keepAs)
    return 'written'
  }

  async standing(file: string, size: number): Promise<string | undefined> {
    const hash = this.previous.get(file)
    if (hash === undefined) return undefined
    await assertInside(this.path, dirname(file), this.#safeFolders)
    const stats = await unless(['ENOENT'], lstat(join(this.path, file)), null)
    return stats?.isFile() && stats.size === size ? hash : undefined
  }

  stands(file: string, as: { hash: string; size: number; modified: number }): boolean {
    if (this.previous.get(file) !== as.hash) return false
    const there = this.look(file)
    return there?.size === as.size && there.modified === as.modified
  }

  listed(folder: string): string[] {
    return [...this.previous.keys()].filter((file) => file.startsWith(folder))
  }

  look(file: string) {
    return lookAt(join(this.path, file))
  }

  async commit(manifest: Manifest): Promise<{ removed: number }> {
    const gone = [...this.previous.keys()].filter((file) => !manifest.has(file)).sort()
    for (const file of gone) await assertInside(this.path, dirname(file), this.#safeFolders)
    const content = printManifest(manifest)
    const there = await unless(['ENOENT'], readFile(join(this.path, manifestFile), 'utf8'), null)
    if (there !== content) {
      const replaces = there !== null
      await this.#stage(
        { kind: 'text', file: manifestFile, content },
        { file: manifestFile, replaces, keepAs: null },
      )
    }
    if (this.#moves.length > 0 || gone.length > 0) {
      await this.#flushStaged()
      const moves = [...this.#moves].sort((a, b) => a.number - b.number)
      const removes = gone.map((file, index) => ({ number: moves.length + index, file }))
      await switchSite(this.path, { version: 1, moves, removes }, this.files)
    }
    await abandon(this.#work, this.files)
    return { removed: gone.length }
  }

  /** What is staged must be on the disk before the journal says that it will be moved. */
  async #flushStaged(): Promise<void> {
    if (this.#moves.length === 0) return
    const staged = this.#moves.map(({ number }) => stagedFile(this.#work, number))
    await this.files.flushAll(this.#work, staged, [dirname(stagedFile(this.#work, 0))])
  }

  async discard(): Promise<void> {
    // What a switch that could not be undone left is what the next export completes it from.
    if (await isSwitching(this.path)) await release(this.#work, this.files)
    else await abandon(this.#work, this.files)
  }

  async #stage(file: WholeFile, move: Omit<Move, 'number'>): Promise<void> {
    const number = this.#moves.length
    this.#moves.push({ number, ...move })
    if (!this.#made) await this.files.makeFolder(dirname(stagedFile(this.#work, 0)))
    this.#made = true
    await writeFile(file, stagedFile(this.#work, number), this.files)
  }

  async #whatIsThere(file: WholeFile, hash: string): Promise<'nothing' | 'same' | 'ours' | 'foreign'> {
    const place = join(this.path, file.file)
    const stats = await unless(['ENOENT'], lstat(place), null)
    if (stats === null) return 'nothing'
    if (stats.isDirectory()) throw inTheWay(this.path, file.file, 'is a folder')
    if (stats.isFile() && stats.size === sizeOf(file)) {
      // Media are named by their content and may be large: the manifest's word is enough.
      if (file.kind === 'copy' && this.previous.get(file.file) === hash) return 'same'
      if (hash === (await hashOf(place))) return 'same'
    }
    return this.previous.has(file.file) ? 'ours' : 'foreign'
  }

  /** A free name beside a file that isn't ours; null when an equal file has been kept there already. */
  async #nameToKeep(file: string): Promise<string | null> {
    const name = `${file}.kept-${(await hashOf(join(this.path, file))).slice(0, 8)}`
    return (await unless(['ENOENT'], lstat(join(this.path, name)), null)) === null ? name : null
  }
}

function sizeOf(file: WholeFile): number {
  return file.kind === 'copy' ? file.size : Buffer.byteLength(file.content)
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
