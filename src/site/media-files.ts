import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Asset, LibrarySnapshot } from '../library'
import { isDrawing } from './images/recipe'
import { isStillFile } from './images/still-picture'
import { assemble, sizeOf } from './metadata/pieces'
import { mayTell, type Stripped, stripMetadata } from './metadata/strip-metadata'
import type { FoundAsset } from './references'
import type { SiteFile } from './site-file'
import type { Warnings } from './warnings'

/** Enough to tell a kind of file from another. */
const headSize = 16

/**
 * The originals that go onto the site, without what they tell of where and when they were made. An original in
 * the library is only read. Each is looked at once; of what it says only the places are kept in memory. Drawings are
 * not among them: they are made anew (`References.made`).
 */
export class MediaFiles {
  readonly #known = new Map<string, Stripped>()
  readonly #found = new Map<string, FoundAsset | 'unreadable'>()

  constructor(
    private readonly snapshot: Pick<LibrarySnapshot, 'asset' | 'assetFile'>,
    private readonly warnings: Warnings,
    /** Whether what `References.made` names will be made, so that pages may name other widths and formats. */
    private readonly withVariants = false,
  ) {}

  /**
   * An asset that can be shown. One whose file has gone from the library's folder is as missing as one that
   * never was; one that calls itself a picture and holds none stays at home, since nobody knows what it tells.
   */
  readonly find = (path: string): FoundAsset | 'unreadable' | undefined => {
    const known = this.#found.get(path)
    if (known !== undefined) return known
    const asset = this.snapshot.asset(path)
    if (asset === undefined || !existsSync(this.snapshot.assetFile(asset))) return undefined
    const found =
      this.#look(asset).kind === 'unreadable'
        ? 'unreadable'
        : { ...asset, isStill: this.withVariants && isStillFile(this.snapshot.assetFile(asset), asset.type) }
    this.#found.set(path, found)
    return found
  };

  /** The files of assets that `find` gave. */
  *files(assets: Iterable<Asset>): Generator<SiteFile> {
    for (const asset of assets) {
      const { path, hash, size } = asset
      const source = this.snapshot.assetFile(asset)
      const stripped = this.#look(asset)
      if (stripped.kind === 'stripped') {
        const { pieces } = stripped
        // One that was only overwritten is as large as before: a folder can't tell by its size what was done to it.
        if (sizeOf(pieces) === size)
          yield { kind: 'bytes', file: path, content: assemble(readFileSync(source), pieces) }
        else yield { kind: 'pieces', file: path, source, pieces, size: sizeOf(pieces) }
      } else yield { kind: 'copy', file: path, source, hash, size }
    }
  }

  #look(asset: Asset): Stripped {
    const known = this.#known.get(asset.path)
    if (known !== undefined) return known
    const file = this.snapshot.assetFile(asset)
    const stripped: Stripped =
      !isDrawing(asset) && mayTell(readHead(file), asset.type)
        ? stripMetadata(readFileSync(file), asset.type)
        : { kind: 'clean' }
    this.#known.set(asset.path, stripped)
    if (stripped.kind === 'unknown') {
      this.warnings.add(
        `${asset.path} may tell where and when it was made: Longhand can't take that out of this kind of file, and it is on the site as it is.`,
      )
    }
    return stripped
  }
}

function readHead(file: string): Uint8Array {
  const head = Buffer.alloc(headSize)
  const descriptor = openSync(file, 'r')
  try {
    return head.subarray(0, readSync(descriptor, head, 0, headSize, 0))
  } finally {
    closeSync(descriptor)
  }
}
