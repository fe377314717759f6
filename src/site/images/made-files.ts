import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCleanCopy } from './clean-copy'
import { type MakerSources, make } from './make'
import { Places } from './places'
import { type Recipe, recipeKey } from './recipe'

/** A file that a recipe gave. */
export interface MadeFile {
  /** SHA-256 of its bytes. */
  readonly hash: string
  readonly size: number
}
/** `isSubstitute`: the original could not be read as a picture, and stands for what should have been made of it. */
interface MadeBytes extends MadeFile {
  readonly content: Buffer
  readonly isSubstitute: boolean
}

interface Options {
  /** Bytes that may be kept; what this session has used is kept even beyond them. */
  readonly maxBytes?: number
  /** How many are made at once. */
  readonly atOnce?: number
}

const name = /^([0-9a-f]{64})-([0-9a-f]{64})-(\d+)$/
/** One that is being written. */
const unfinished = /^[0-9a-f]{64}\.\d+-[0-9a-f]+$/
const day = 86_400_000

/**
 * Makes recipes, and remembers in a folder what came of them, so that nothing is made twice. The folder may be
 * removed at any time. A file is named by its recipe's key, the hash of its bytes and their number; its content is
 * the bytes alone. It is checked whenever it is read: a damaged one is made anew. Two processes may share a folder.
 */
export class MadeFiles {
  readonly #known = new Map<string, MadeFile>()
  readonly #used = new Set<string>()
  readonly #running = new Map<string, Promise<MadeBytes>>()
  readonly #places: Places
  #bytes = 0

  private constructor(
    /** Undefined when nothing is remembered. */
    private readonly folder: string | undefined,
    private readonly sources: MakerSources,
    private readonly maxBytes: number,
    atOnce: number,
  ) {
    this.#places = new Places(atOnce)
  }

  /** @param folder where to remember; it is made when it isn't there */
  static async open(
    folder: string | undefined,
    sources: MakerSources,
    { maxBytes = 4 * 2 ** 30, atOnce = 2 }: Options = {},
  ): Promise<MadeFiles> {
    const made = new MadeFiles(folder, sources, maxBytes, atOnce)
    if (folder !== undefined) await made.#look(folder)
    return made
  }

  /** What a recipe gave before, without reading it; undefined when it has to be made. */
  known(recipe: Recipe): MadeFile | undefined {
    const key = recipeKey(recipe)
    const found = this.#known.get(key)
    if (found !== undefined) this.#used.add(key)
    return found
  }

  /**
   * The bytes of a recipe, read or made. Rejects with the signal's reason at once when it is aborted, while what
   * has begun ends by itself; rejects otherwise only when an original can't be read from the disk.
   */
  async bytes(recipe: Recipe, signal?: AbortSignal): Promise<MadeBytes> {
    signal?.throwIfAborted()
    const key = recipeKey(recipe)
    const running = this.#running.get(key) ?? this.#start(key, recipe, signal)
    return signal === undefined ? running : unlessAborted(running, signal)
  }

  /**
   * Notes what was used, and removes what was used least recently until the rest is within bounds. Call it when an
   * export has ended well.
   */
  async tidy(now: number): Promise<void> {
    if (this.folder === undefined || this.#bytes <= this.maxBytes) return
    const files: { key: string; path: string; size: number; at: number }[] = []
    for (const [key, file] of this.#known) {
      const path = this.#path(this.folder, key, file)
      const at = await stat(path).then(({ mtimeMs }) => mtimeMs, missing)
      if (at === undefined) continue
      if (this.#used.has(key) && now - at > day) await utimes(path, now / 1000, now / 1000).catch(missing)
      else if (!this.#used.has(key)) files.push({ key, path, size: file.size, at })
    }
    files.sort((a, b) => a.at - b.at)
    for (const { key, path, size } of files) {
      if (this.#bytes <= this.maxBytes) return
      await rm(path, { force: true })
      this.#known.delete(key)
      this.#bytes -= size
    }
  }

  #start(key: string, recipe: Recipe, signal: AbortSignal | undefined): Promise<MadeBytes> {
    const work = this.#places
      .run(async () => (await this.#read(key)) ?? (await this.#make(key, recipe)), signal)
      .finally(() => this.#running.delete(key))
    this.#running.set(key, work)
    return work
  }

  async #read(key: string): Promise<MadeBytes | undefined> {
    const found = this.#known.get(key)
    if (found === undefined || this.folder === undefined) return undefined
    this.#used.add(key)
    const content = await readFile(this.#path(this.folder, key, found)).catch(missing)
    if (content !== undefined && hashOf(content) === found.hash)
      return { ...found, content, isSubstitute: false }
    this.#known.delete(key)
    this.#bytes -= found.size
    await rm(this.#path(this.folder, key, found), { force: true })
    return undefined
  }

  async #make(key: string, recipe: Recipe): Promise<MadeBytes> {
    let made: Uint8Array
    try {
      made = await make(recipe, this.sources)
    } catch (error) {
      // Nothing is remembered: another machine, or another version, may be able to.
      const content = Buffer.from(await makeCleanCopy(recipe, this.sources, error))
      return { content, hash: hashOf(content), size: content.length, isSubstitute: true }
    }
    const content = Buffer.from(made.buffer, made.byteOffset, made.byteLength)
    const file = { hash: hashOf(content), size: content.length }
    if (this.folder !== undefined) await this.#keep(this.folder, key, file, content)
    return { ...file, content, isSubstitute: false }
  }

  /** What can't be kept (a full disk, a folder that may not be written) is made again the next time. */
  async #keep(folder: string, key: string, file: MadeFile, content: Buffer): Promise<void> {
    const temporary = join(folder, `${key}.${process.pid}-${randomBytes(4).toString('hex')}`)
    try {
      await writeWhole(temporary, content)
      await rename(temporary, this.#path(folder, key, file))
    } catch {
      await rm(temporary, { force: true }).catch(missing)
      return
    }
    this.#known.set(key, file)
    this.#used.add(key)
    this.#bytes += file.size
  }

  async #look(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true }).catch(missing)
    for (const entry of (await readdir(folder).catch(missing)) ?? []) {
      const [, key, hash, size] = name.exec(entry) ?? []
      // The folder may be a link to another, and what is in there somebody's.
      if (unfinished.test(entry)) await this.#removeLeftover(join(folder, entry))
      if (key === undefined || hash === undefined) continue
      this.#known.set(key, { hash, size: Number(size) })
      this.#bytes += Number(size)
    }
  }

  /** One that was being written when its process died; another process may still be writing a young one. */
  async #removeLeftover(path: string): Promise<void> {
    const found = await stat(path).catch(missing)
    if (found !== undefined && Date.now() - found.mtimeMs > day)
      await rm(path, { force: true }).catch(missing)
  }

  #path(folder: string, key: string, { hash, size }: MadeFile): string {
    return join(folder, `${key}-${hash}-${size}`)
  }
}

/** The cache is never what an export depends on: what isn't there or can't be touched is made. */
const missing = () => undefined
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function writeWhole(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    // Its name says its hash, so that half a file after a crash is found out when it is read: no flush is needed.
  } finally {
    await file.close()
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
