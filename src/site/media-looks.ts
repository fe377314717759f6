import type { Pieces } from './metadata/pieces'

/** What was found in an original, which never changes: whether it may be shown, what of it, and whether it moves. */
export interface MediaLook {
  readonly kind: 'clean' | 'unreadable' | 'unknown' | 'stripped'
  /** What of it goes onto the site, when that isn't all. */
  readonly pieces: Pieces
  readonly isStill: boolean
}

/** Remembers by an original's hash what was found in it, so that it needn't be read again. */
export interface LookStore {
  look(hash: string): string | undefined
  keepLook(hash: string, look: string): void
}

/** Goes up when this program comes to find something else in the same original. */
const lookVersion = 1

/** A look as text: bytes that are put in are in Base64. */
export function writeLook({ kind, pieces, isStill }: MediaLook): string {
  const written = pieces.map((piece) =>
    piece instanceof Uint8Array ? Buffer.from(piece).toString('base64') : [piece.from, piece.to],
  )
  return JSON.stringify([lookVersion, kind, isStill, written])
}

/** Undefined for one of another version, and for what is none. */
export function readLook(text: string): MediaLook | undefined {
  try {
    const [version, kind, isStill, written] = JSON.parse(text) as [
      number,
      MediaLook['kind'],
      boolean,
      (string | [number, number])[],
    ]
    if (version !== lookVersion) return undefined
    const pieces = written.map((piece) =>
      typeof piece === 'string' ? Buffer.from(piece, 'base64') : { from: piece[0], to: piece[1] },
    )
    return { kind, isStill, pieces }
  } catch {
    return undefined // It is looked at again.
  }
}
