import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { extname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { imageSize } from 'image-size'
import { LonghandError, slugify } from '../document'
import { flushFolder } from './flush'
import type { Asset } from './library'

/** What can be told from the ending alone; images are told by their content. */
const typesByEnding: Record<string, string> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
}
const imageTypes: Record<string, { ending: string; type: string }> = {
  jpg: { ending: 'jpg', type: 'image/jpeg' },
  png: { ending: 'png', type: 'image/png' },
  gif: { ending: 'gif', type: 'image/gif' },
  webp: { ending: 'webp', type: 'image/webp' },
  svg: { ending: 'svg', type: 'image/svg+xml' },
  avif: { ending: 'avif', type: 'image/avif' },
  heif: { ending: 'heic', type: 'image/heic' },
  bmp: { ending: 'bmp', type: 'image/bmp' },
  tiff: { ending: 'tiff', type: 'image/tiff' },
  ico: { ending: 'ico', type: 'image/x-icon' },
}
/** An original must fit into memory beside everything else. */
const maxBytes = 256 * 1024 * 1024

interface AssetRow extends Asset {
  added_at: number
}

/** The originals of a library: `assets/<SHA-256>`, written once and never changed. */
export class Assets {
  private readonly folder: string
  private readonly byHash
  private readonly byPath
  private readonly all
  private readonly insert
  private readonly bringBack

  constructor(
    db: Database.Database,
    libraryPath: string,
    private readonly now: () => number,
  ) {
    this.folder = join(libraryPath, 'assets')
    const select = 'SELECT hash, path, type, size, width, height FROM assets'
    this.byHash = db.prepare<[string], Asset>(`${select} WHERE hash = ?`)
    this.byPath = db.prepare<[string], Asset>(`${select} WHERE path = ?`)
    this.all = db.prepare<[], Asset>(`${select} ORDER BY hash`)
    this.insert = db.prepare<[AssetRow]>(
      `INSERT INTO assets (hash, path, type, size, width, height, added_at)
       VALUES (@hash, @path, @type, @size, @width, @height, @added_at)`,
    )
    this.bringBack = db.prepare<[string]>('UPDATE assets SET removed_at = NULL WHERE hash = ?')
  }

  /** Keeps the bytes and names them; one that was removed is back. The file is on the disk before the row that speaks of it. */
  add(bytes: Uint8Array, name: string): Asset {
    if (bytes.byteLength > maxBytes)
      throw new LonghandError('bad-input', `“${name}” is larger than 256 MB and was not taken in.`)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const known = this.byHash.get(hash)
    if (!known || !existsSync(this.file(known))) this.writeFile(hash, bytes)
    if (known) {
      this.bringBack.run(hash)
      return known
    }
    const asset = { ...describeOriginal(bytes, name, hash), hash, size: bytes.byteLength }
    this.insert.run({ ...asset, added_at: this.now() })
    return asset
  }

  get(path: string): Asset | undefined {
    return this.byPath.get(path)
  }

  file(asset: Asset): string {
    return join(this.folder, checkedHash(asset.hash))
  }

  /** Sentences for every original that is missing or not what its name says. */
  problems(): string[] {
    return this.all.all().flatMap((asset) => {
      const file = this.file(asset)
      if (!asset.path.includes(asset.hash.slice(0, 12)))
        return [`the name of the original ${asset.path} is damaged`]
      if (!existsSync(file) || statSync(file).size !== asset.size)
        return [`the file of ${asset.path} is missing or cut short`]
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
      return hash === asset.hash ? [] : [`the file of ${asset.path} is damaged`]
    })
  }

  private writeFile(hash: string, bytes: Uint8Array): void {
    mkdirSync(this.folder, { recursive: true })
    const target = join(this.folder, hash)
    const temporary = `${target}.${process.pid}.part`
    try {
      const descriptor = openSync(temporary, 'w')
      try {
        for (let written = 0; written < bytes.byteLength; ) written += writeSync(descriptor, bytes, written)
        fsyncSync(descriptor)
      } finally {
        closeSync(descriptor)
      }
      renameSync(temporary, target)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    }
    flushFolder(this.folder)
  }
}

/** What the bytes of an original and the name that it was given tell: its path in Markdown, type and size in pixels. */
export function describeOriginal(
  bytes: Uint8Array,
  name: string,
  hash: string,
): Pick<Asset, 'path' | 'type' | 'width' | 'height'> {
  const given = extname(name).slice(1).toLowerCase()
  const image = measure(bytes)
  const known = image && imageTypes[image.format]
  const ending = known ? known.ending : /^[a-z0-9]{1,8}$/.test(given) ? given : 'bin'
  const stem = slugify(name.slice(0, name.length - extname(name).length)).slice(0, 60)
  return {
    path: `media/${stem}-${hash.slice(0, 12)}.${ending}`,
    type: known?.type ?? typesByEnding[ending] ?? 'application/octet-stream',
    width: image?.width ?? null,
    height: image?.height ?? null,
  }
}

function measure(bytes: Uint8Array): { format: string; width: number; height: number } | undefined {
  try {
    const { type, width, height, orientation } = imageSize(bytes)
    // EXIF orientations 5 to 8 lie on their side.
    const isTurned = (orientation ?? 1) >= 5
    return type === undefined
      ? undefined
      : { format: type, width: isTurned ? height : width, height: isTurned ? width : height }
  } catch {
    return undefined // Not an image, or none that can be measured: it is kept all the same.
  }
}

/** The name of an original's file. Throws `corrupt-library` for what is no SHA-256 and might lead elsewhere. */
export function checkedHash(hash: string): string {
  if (/^[0-9a-f]{64}$/.test(hash)) return hash
  throw new LonghandError('corrupt-library', 'The library speaks of a file by a name that none can have.')
}
