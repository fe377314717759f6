import { createHash } from 'node:crypto'
import { promises as fs } from 'node:fs'
import { basename, extname, join, sep } from 'node:path'
import { sitesAround } from './sites-around'

/** A file that a post refers to. */
export type FoundAsset =
  | {
      readonly kind: 'found'
      /** Absolute, without symbolic links. */
      readonly file: string
      readonly name: string
      /** SHA-256 of the bytes, hex */
      readonly hash: string
    }
  | { readonly kind: 'refused'; readonly reason: string }

/** An image of this size is a mistake on a page; originals belong beside it. */
const maxBytes = 50 * 1024 * 1024

/** Where generators keep files that appear at the root of the site. */
const staticFolders = ['static', 'public', 'assets', 'images', 'img', 'media', 'source', 'files', 'uploads']
/** Files that a link may bring along; pages and programs are not media. */
const downloads = new Set(
  (
    'png jpg jpeg gif webp avif svg bmp ico tif tiff heic pdf zip gz tgz xz bz2 7z tar txt csv tsv json xml yaml yml ' +
    'toml log mp3 m4a ogg oga opus wav flac mp4 m4v webm ogv mov vtt srt epub ipynb py rs go c h cpp hpp java kt swift ' +
    'rb sh sql r diff patch drawio excalidraw ttf otf woff woff2'
  ).split(' '),
)

/** Finds files that posts refer to, inside the folder that is imported and the static folders of its site. */
export class AssetFinder {
  private readonly sites: readonly string[]
  private readonly hashes = new Map<string, Promise<FoundAsset>>()
  private byName: Promise<Map<string, string>> | undefined

  /** @param root the folder that is imported, absolute and without symbolic links */
  constructor(private readonly root: string) {
    this.sites = sitesAround(root)
  }

  /**
   * The file that `path` means in a post that lies in `folder`; undefined when there is none.
   * @param folder absolute
   * @param path decoded; from the root of the site when it begins with `/`
   */
  async find(folder: string, path: string): Promise<FoundAsset | undefined> {
    if (!downloads.has(extname(path).slice(1).toLowerCase())) return undefined
    let outside: FoundAsset | undefined
    for (const candidate of spellings(path).flatMap((it) => [...this.candidates(folder, it)])) {
      const real = await realFile(candidate)
      if (real === undefined) continue
      if (this.allows(real)) return this.read(real)
      outside ??= { kind: 'refused', reason: 'lies outside the folder' }
    }
    return outside
  }

  /** A file anywhere in the folder by its name alone, as `![[picture.png]]` means it. */
  async findByName(name: string): Promise<FoundAsset | undefined> {
    if (!downloads.has(extname(name).slice(1).toLowerCase())) return undefined
    this.byName ??= listNames(this.root)
    const file = (await this.byName).get(basename(name).normalize('NFC').toLowerCase())
    return file === undefined ? undefined : this.read(file)
  }

  private *candidates(folder: string, path: string): Iterable<string> {
    if (!path.startsWith('/')) yield join(folder, path)
    // Beside the post's own place, a relative path may be meant from the root of the site.
    for (const site of [this.root, ...this.sites]) {
      yield join(site, path)
      for (const name of staticFolders) yield join(site, name, path)
    }
  }

  private allows(file: string): boolean {
    if (file.startsWith(this.root + sep)) return true
    return this.sites.some((site) => staticFolders.some((name) => file.startsWith(join(site, name) + sep)))
  }

  private read(file: string): Promise<FoundAsset> {
    const known = this.hashes.get(file)
    if (known !== undefined) return known
    const read = readAsset(file)
    this.hashes.set(file, read)
    return read
  }
}

/** A file that was copied from a Mac may have its accents apart from their letters. */
function spellings(path: string): string[] {
  return [...new Set([path, path.normalize('NFC'), path.normalize('NFD')])]
}

async function realFile(path: string): Promise<string | undefined> {
  try {
    const real = await fs.realpath(path)
    return (await fs.stat(real)).isFile() ? real : undefined
  } catch {
    // Not there, or not to be reached: the next place is tried.
    return undefined
  }
}

async function readAsset(file: string): Promise<FoundAsset> {
  try {
    const { size } = await fs.stat(file)
    if (size > maxBytes) {
      const megabytes = (size / 1024 / 1024).toFixed(1)
      return { kind: 'refused', reason: `has ${megabytes} MB, more than ${maxBytes / 1024 / 1024}` }
    }
    const hash = createHash('sha256')
      .update(await fs.readFile(file))
      .digest('hex')
    return { kind: 'found', file, name: basename(file), hash }
  } catch (cause) {
    return { kind: 'refused', reason: `can’t be read (${(cause as NodeJS.ErrnoException).code})` }
  }
}

/** Every file by its name, the first of a name by path; hidden folders and dependencies are left out. */
async function listNames(root: string): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const file = join(folder, entry.name)
      const key = entry.name.normalize('NFC').toLowerCase()
      if (entry.isDirectory() && depth < 40) await visit(file, depth + 1)
      else if (entry.isFile() && !names.has(key)) names.set(key, file)
    }
  }
  await visit(root, 0)
  return names
}
