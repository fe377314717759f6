import { constants } from 'node:fs'
import { access, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { LonghandError } from '../../document'
import { ExistingFolder } from './existing-folder'
import { unless } from './file-errors'
import type { FileOperations } from './file-operations'
import { assertInside } from './inside'
import { completeSwitch, workFolderName } from './journal'
import { abandon, claim, release } from './lock'
import { type Manifest, manifestFile, parseManifest } from './manifest'
import { newFolder } from './new-folder'
import type { OutputFolder } from './output-folder'

export interface OutputOptions {
  /** The library's folder, which an export must never touch. */
  readonly libraryPath: string
  /** Export into a folder that isn't empty and isn't ours; what is in it is kept. */
  readonly force: boolean
  readonly files: FileOperations
  /** Called for each file that was in the way and is kept under another name. */
  readonly kept: (file: string, as: string) => void
}

/** Files that systems leave in folders without being asked. */
const clutter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/**
 * Makes a folder ready to take a site: finishes a switch that was cut off, claims it, and refuses with
 * `not-our-folder` what isn't ours to write to, with `bad-input` what can't be a site's folder at all.
 */
export async function openOutput(folder: string, options: OutputOptions): Promise<OutputFolder> {
  const { files } = options
  const out = await realPath(folder)
  await refuseDangerous(out, options.libraryPath)
  const entries = await readFolder(out)
  if (entries === null || (entries.length === 0 && (await isWritable(dirname(out))))) {
    return openNew(out, entries !== null, files)
  }
  await recoverOutput(out, files)
  const previous = await readManifest(out)
  const isEmpty = entries.every((name) => clutter.has(name) || name === workFolderName)
  if (previous === null && !isEmpty && !options.force) throw notOurs(out)
  await claim(join(out, workFolderName), files)
  return new ExistingFolder(out, previous ?? new Map(), files, options.kept)
}

async function openNew(out: string, replacesEmpty: boolean, files: FileOperations): Promise<OutputFolder> {
  const parent = dirname(out)
  const made = await files.makeFolder(parent)
  const removeParents = async () => {
    if (made !== undefined) await removeEmptyUpTo(parent, made, files)
  }
  const work = workFolderBeside(out)
  try {
    await claim(work, files)
  } catch (error) {
    await removeParents()
    throw error
  }
  const output = newFolder(out, work, replacesEmpty, files, removeParents)
  try {
    await files.remove(join(work, 'site'))
  } catch (error) {
    await output.discard()
    throw error
  }
  return output
}

/**
 * Completes or undoes what an export that died left in and beside a folder. Throws `busy` while it is running.
 * @param deadThread a thread of this process that was stopped while it exported here
 */
export async function recoverOutput(
  folder: string,
  files: FileOperations,
  deadThread?: number,
): Promise<void> {
  const out = await realPath(folder)
  for (const work of [join(out, workFolderName), workFolderBeside(out)]) {
    if ((await unless(['ENOENT', 'ENOTDIR'], lstat(work), null)) === null) continue
    await assertInside(dirname(work), basename(work), new Set())
    await claim(work, files, deadThread)
    try {
      if (dirname(work) === out) await completeSwitch(out, files)
    } catch (error) {
      // What the next export needs stays, but for the lock: it is no longer being worked on.
      await Promise.allSettled([release(work, files)])
      throw error
    }
    await abandon(work, files)
  }
}

const workFolderBeside = (out: string) => join(dirname(out), `.${basename(out)}${workFolderName}`)

async function isWritable(folder: string): Promise<boolean> {
  return unless(
    ['EACCES', 'EPERM', 'EROFS'],
    access(folder, constants.W_OK).then(() => true),
    false,
  )
}

/** Names in the folder; null when there is none. */
async function readFolder(out: string): Promise<string[] | null> {
  const stats = await unless(['ENOENT'], stat(out), null)
  if (stats === null) return null
  if (!stats.isDirectory()) throw new LonghandError('bad-input', `${out} is a file; a site needs a folder.`)
  return readdir(out)
}

async function readManifest(out: string): Promise<Manifest | null> {
  const text = await unless(['ENOENT'], readFile(join(out, manifestFile), 'utf8'), null)
  return text === null ? null : parseManifest(text)
}

/** The path with links followed, as far as it exists. */
async function realPath(path: string): Promise<string> {
  const absolute = resolve(path)
  const real = await unless(['ENOENT', 'ENOTDIR'], realpath(absolute), null)
  if (real !== null) return real
  return dirname(absolute) === absolute
    ? absolute
    : join(await realPath(dirname(absolute)), basename(absolute))
}

async function refuseDangerous(out: string, libraryPath: string): Promise<void> {
  const library = await realPath(libraryPath)
  const home = await realPath(homedir())
  if (out === dirname(out) || out === home) {
    throw new LonghandError(
      'bad-input',
      `${out} can't be the folder of a site. Choose or make a folder inside it.`,
    )
  }
  if (isWithin(out, library) || isWithin(library, out)) {
    throw new LonghandError(
      'bad-input',
      `${out} is or holds the library, or lies inside it. Choose another folder.`,
    )
  }
}

const isWithin = (path: string, folder: string) => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way
}

async function removeEmptyUpTo(from: string, last: string, files: FileOperations): Promise<void> {
  for (let path = from; isWithin(path, last); path = dirname(path)) {
    if (!(await files.removeEmpty(path))) return
  }
}

const notOurs = (out: string) =>
  new LonghandError(
    'not-our-folder',
    `${out} is not empty and holds no site made by Longhand. Nothing was changed: choose an empty folder, or say that this one may be used; what is in it stays.`,
  )
