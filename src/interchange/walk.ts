import { type Dirent, promises as fs } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { LonghandError } from '../document'
import type { Remark } from './report'

/** A Markdown file to import. */
export interface FoundFile {
  /** Where it lies in the folder, with `/` between names. */
  readonly path: string
  /** The absolute path, without symbolic links. */
  readonly file: string
}

export interface Found {
  /** The folder, absolute and without symbolic links; the parent's when one file was asked for. */
  readonly root: string
  /** In the order of their paths, so that an import gives the same result everywhere. */
  readonly files: readonly FoundFile[]
  readonly skipped: readonly Remark[]
  /** Whether one file was asked for. */
  readonly isSingle: boolean
}

/** MDX is read as the Markdown it mostly is. */
const markdown = /\.(?:md|markdown|mdown|mdx)$/i
/** What tools keep beside the posts: dependencies, Jekyll's output and its partial templates. */
const foreign = new Set(['node_modules', '_site', '_includes', '_layouts'])
/** Deeper folders are a loop or an attack; nobody writes there. */
const maxDepth = 40

/**
 * The Markdown files under `path`, or the one file that it names. Hidden files, `node_modules` and
 * symbolic links that leave the folder are left out.
 * Throws `not-found`, `bad-input` (neither a folder nor a Markdown file) or `no-permission`.
 */
export async function findFiles(path: string, signal?: AbortSignal): Promise<Found> {
  const { root, single } = await openRoot(path)
  if (single !== undefined) {
    return { root, files: [{ path: single, file: join(root, single) }], skipped: [], isSingle: true }
  }
  const skipped: Remark[] = []
  const files = new Map<string, FoundFile>()
  const visit = async (folder: string, inside: string, depth: number): Promise<void> => {
    signal?.throwIfAborted()
    const entries = await readFolder(folder, inside, skipped)
    for (const entry of entries) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.name.startsWith('.') || foreign.has(entry.name)) continue
      const file = join(folder, entry.name)
      if (entry.isDirectory() && depth < maxDepth) await visit(file, name, depth + 1)
      else if (entry.isSymbolicLink()) await follow(root, { path: name, file }, files, skipped)
      else if (entry.isFile() && markdown.test(entry.name)) files.set(file, { path: name, file })
    }
  }
  await visit(root, '', 0)
  const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { root, files: sorted, skipped, isSingle: false }
}

async function openRoot(path: string): Promise<{ root: string; single?: string }> {
  try {
    const real = await fs.realpath(path)
    const stat = await fs.stat(real)
    if (stat.isDirectory()) return { root: real }
    if (stat.isFile() && markdown.test(real)) return { root: dirname(real), single: basename(real) }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') {
      throw new LonghandError('no-permission', `“${path}” may not be read.`, { cause })
    }
    throw new LonghandError('not-found', `There is no folder at “${path}”.`, { cause })
  }
  throw new LonghandError('bad-input', `“${path}” is neither a folder nor a Markdown file.`)
}

async function readFolder(folder: string, inside: string, skipped: Remark[]): Promise<Dirent[]> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (inside === '') {
      throw new LonghandError('no-permission', `The folder “${folder}” can’t be read (${code}).`, { cause })
    }
    skipped.push({ path: inside, reason: `The folder can’t be read (${code}).` })
    return []
  }
}

/** A link to a Markdown file inside the folder stands for that file; links to folders are not followed. */
async function follow(root: string, link: FoundFile, files: Map<string, FoundFile>, skipped: Remark[]) {
  try {
    const real = await fs.realpath(link.file)
    const isFile = (await fs.stat(real)).isFile()
    if (real !== root && !real.startsWith(root + sep)) {
      if (!isFile || markdown.test(link.path)) {
        skipped.push({ path: link.path, reason: 'It is a link to a place outside the folder.' })
      }
    } else if (isFile && markdown.test(link.path) && !files.has(real)) {
      files.set(real, { path: link.path, file: real })
    }
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    skipped.push({ path: link.path, reason: `It is a link that leads nowhere (${code}).` })
  }
}
