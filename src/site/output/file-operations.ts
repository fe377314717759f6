import { execFile } from 'node:child_process'
import { closeSync, constants, fsync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { copyFile, link, rename, rm, rmdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { systemCode } from './file-errors'

/**
 * Every way in which an export changes the disk. A port, so that tests can let the n-th change fail, or the
 * machine die after it.
 */
export interface FileOperations {
  /** Makes a folder and those above it. Gives the topmost that was made, undefined when all were there. */
  makeFolder(path: string): Promise<string | undefined>
  /**
   * Writes a new file and flushes it to the disk, unless `flushAll` will. Throws `EEXIST` when there is one and
   * `exclusive` is set.
   */
  write(path: string, content: string | Uint8Array, options?: WriteOptions): Promise<void>
  /** Copies a file and flushes the copy to the disk. */
  copy(from: string, to: string): Promise<void>
  /** Gives a file a second name; copies it where the file system has no links. Does nothing when the name is taken. */
  keepAs(path: string, second: string): Promise<void>
  /** Moves a file or folder over what is there, at once. */
  move(from: string, to: string): Promise<void>
  /** Removes a file, or a folder with all it holds; nothing when there is none. */
  remove(path: string): Promise<void>
  /** Removes a folder when it is empty; says whether it was. */
  removeEmpty(folder: string): Promise<boolean>
  /** Flushes a folder's list of names to the disk. */
  flushFolder(folder: string): Promise<void>
  /** Flushes files, and the lists of names of folders, all of which are in `within`. */
  flushAll(within: string, files: readonly string[], folders: readonly string[]): Promise<void>
}

interface WriteOptions {
  readonly exclusive?: boolean
  /** Left out: it is. */
  readonly isFlushed?: boolean
}

/** From so many on, the whole file system is flushed at once: each file alone waits for the disk's own journal. */
const many = 100
/** Files flushed at the same time where that can't be done. */
const atOnce = 8

/** Flushes an open file without holding up this thread. */
const flushFile = promisify(fsync)

async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = openSync(path, flags)
  try {
    await flushFile(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Opening and writing are done in this thread, since they end in the memory of the system: handing them to another
 * takes longer. What waits for the disk doesn't hold up this one.
 */
export const diskOperations: FileOperations = {
  makeFolder: async (path) => mkdirSync(path, { recursive: true }),
  async write(path, content, options) {
    const file = openSync(path, options?.exclusive ? 'wx' : 'w')
    try {
      writeFileSync(file, content)
      if (options?.isFlushed !== false) await flushFile(file)
    } finally {
      closeSync(file)
    }
  },
  async copy(from, to) {
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await flush(to, 'r+')
  },
  async keepAs(path, second) {
    try {
      await link(path, second)
    } catch (error) {
      const code = systemCode(error) ?? ''
      if (code === 'EEXIST') return
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(code)) throw error
      const whole = `${second}.part`
      await copyFile(path, whole)
      await rename(whole, second)
    }
  },
  move: rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  async removeEmpty(folder) {
    try {
      await rmdir(folder)
      return true
    } catch (error) {
      if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
      throw error
    }
  },
  flushFolder,
  async flushAll(within, files, folders) {
    if (files.length + folders.length > many && (await flushFileSystem(within))) return
    const left = [
      ...files.map((file) => () => flush(file, 'r+')),
      ...folders.map((it) => () => flushFolder(it)),
    ]
    const queue = left.values()
    const work = async () => {
      for (const flushNext of queue) await flushNext()
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  },
}

async function flushFolder(folder: string): Promise<void> {
  // Windows can't flush a folder and doesn't need to.
  if (process.platform !== 'win32') await flush(folder, 'r')
}

/** Has Linux flush the file system of a folder (`syncfs`); false where there is no such thing. */
function flushFileSystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false)
  return new Promise((resolve) => {
    execFile('sync', ['--file-system', folder], (error) => resolve(error === null))
  })
}
