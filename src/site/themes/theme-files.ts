import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'
import { LonghandError } from '../../document'

/** The folder of a theme, then that of the theme it extends, and so on. */
export type ThemeFolders = readonly string[]

const maxFileBytes = 8 * 1024 * 1024
/** Of all files that are read together. */
const maxBytes = 64 * 1024 * 1024
const maxFiles = 500

/**
 * Files below a theme's `part`, by path with slashes, in an order that doesn't depend on the disk; no dot
 * files, nothing behind a link. Throws `theme`.
 */
export function listThemeFiles(folder: string, part: string): string[] {
  const files: string[] = []
  const read = (prefix: string) => {
    for (const entry of entriesOf(join(folder, part, prefix))) {
      const path = posix.join(prefix, entry.name)
      if (entry.isDirectory()) read(path)
      else if (entry.isFile()) files.push(path)
      if (files.length > maxFiles) throw wrongTheme(folder, `it has more than ${maxFiles} files`)
    }
  }
  read('')
  return files
}

/** Says of every file of a theme what the file system knows without reading it: another text once one has changed. */
export function themeStamp(folders: ThemeFolders): string {
  const stamps = folders.flatMap((folder) =>
    listThemeFiles(folder, '').map((file) => {
      const stats = lstatSync(join(folder, file), { throwIfNoEntry: false })
      return `${folder}/${file} ${stats?.size} ${stats?.mtimeMs}`
    }),
  )
  return stamps.join('\n')
}

/** Says of every file of a theme what is in it. Throws `theme`. */
export function themeDigest(folders: ThemeFolders): string {
  const digest = createHash('sha256')
  const read = themeReader()
  for (const [place, folder] of folders.entries()) {
    for (const file of listThemeFiles(folder, '')) {
      const bytes = read(folder, file)
      digest.update(JSON.stringify([place, file, bytes.length])).update(bytes)
    }
  }
  return digest.digest('base64')
}

/** A folder that isn't there, or is a link, holds nothing. */
function entriesOf(folder: string) {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether the theme's folder has something of that name, behind no link. */
export function hasThemeFile(folder: string, file: string): boolean {
  return statInside(folder, file) !== undefined
}

/** What is known of a file of the theme; undefined when it isn't there, or a folder on the way is a link. */
function statInside(folder: string, file: string) {
  const parts = file.split('/')
  for (let length = 1; length < parts.length; length++) {
    const path = join(folder, ...parts.slice(0, length))
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined
  }
  return lstatSync(join(folder, ...parts), { throwIfNoEntry: false })
}

/** The bytes of a file; links are not followed, and its size is limited. Throws `theme`. */
export function readThemeFile(folder: string, file: string): Buffer {
  const path = join(folder, file)
  try {
    const stats = statInside(folder, file)
    if (stats === undefined) throw wrongTheme(folder, `${file} can't be read: it isn't there`)
    if (!stats.isFile()) throw wrongTheme(folder, `${file} is not a file`)
    if (stats.size > maxFileBytes) throw wrongTheme(folder, `${file} is larger than ${maxFileBytes} bytes`)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof LonghandError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw wrongTheme(folder, `${file} can't be read: ${reason}`, error)
  }
}

/** Reads a file of a theme. Throws `theme`. */
export type ReadThemeFile = (folder: string, file: string) => Buffer

/** `readThemeFile` for all files of one theme, which together have a limit as well. */
export function themeReader(): ReadThemeFile {
  let left = maxBytes
  return (folder, file) => {
    const bytes = readThemeFile(folder, file)
    left -= bytes.length
    if (left < 0) throw wrongTheme(folder, `its files have more than ${maxBytes} bytes together`)
    return bytes
  }
}

export function wrongTheme(folder: string, sentence: string, cause?: unknown): LonghandError {
  return new LonghandError('theme', `The theme ${basename(folder)} can't be used: ${sentence}.`, { cause })
}
