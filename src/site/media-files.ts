import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import type { Asset, LibrarySnapshot } from '../library'
import { isDrawing } from './images/recipe'
import { isStillFile } from './images/still-picture'
import { type LookStore, type MediaLook, readLook, writeLook } from './media-looks'
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
  readonly #looks = new Map<string, MediaLook>()
  readonly #found = new Map<string, FoundAsset | 'unreadable'>()

  constructor(
    private readonly snapshot: Pick<LibrarySnapshot, 'asset' | 'assetFile'>,
    private readonly warnings: Warnings,
    /** Where to remember what was found in originals; without it each is read at every export. */
    private readonly store: LookStore | undefined = undefined,
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
    const { kind, isStill } = this.#look(asset)
    const found = kind === 'unreadable' ? kind : { ...asset, isStill }
    this.#found.set(path, found)
    return found
  }

  /** The file of an asset that `find` gave. */
  file(asset: Asset): SiteFile {
    const { path, hash, size } = asset
    const source = this.snapshot.assetFile(asset)
    const { kind, pieces } = this.#look(asset)
    if (kind !== 'stripped') return { kind: 'copy', file: path, source, hash, size }
    // One that was only overwritten is as large as before: a folder can't tell by its size what was done to it.
    if (sizeOf(pieces) === size)
      return { kind: 'bytes', file: path, content: assemble(readFileSync(source), pieces) }
    return { kind: 'pieces', file: path, source, pieces, size: sizeOf(pieces) }
  }

  #look(asset: Asset): MediaLook {
    const known = this.#looks.get(asset.hash)
    if (known !== undefined) return known
    const look = this.#remembered(asset.hash) ?? this.#lookAt(asset)
    this.#looks.set(asset.hash, look)
    if (look.kind === 'unknown') {
      this.warnings.add(
        `${asset.path} may tell where and when it was made: Longhand can't take that out of this kind of file, and it is on the site as it is.`,
      )
    }
    return look
  }

  #remembered(hash: string): MediaLook | undefined {
    const text = this.store?.look(hash)
    return text === undefined ? undefined : readLook(text)
  }

  #lookAt(asset: Asset): MediaLook {
    const file = this.snapshot.assetFile(asset)
    const stripped: Stripped =
      !isDrawing(asset) && mayTell(readHead(file), asset.type)
        ? stripMetadata(readFileSync(file), asset.type)
        : { kind: 'clean' }
    const look = {
      kind: stripped.kind,
      pieces: stripped.kind === 'stripped' ? stripped.pieces : [],
      isStill: isStillFile(file, asset.type),
    }
    this.store?.keepLook(asset.hash, writeLook(look))
    return look
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
