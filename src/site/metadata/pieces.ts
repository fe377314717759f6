/** A stretch of the original, in bytes from its beginning; `to` is the first that isn't in it. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What of an original goes onto the site, in order: stretches of it, and bytes put in their place. */
export type Pieces = readonly (Stretch | Uint8Array)[]

/** Collects what is kept; neighbouring stretches become one. */
export class Keeping {
  readonly #pieces: (Stretch | Uint8Array)[] = []

  keep(from: number, to: number): void {
    const last = this.#pieces.at(-1)
    if (from >= to) return
    if (last === undefined || last instanceof Uint8Array || last.to !== from) this.#pieces.push({ from, to })
    else this.#pieces[this.#pieces.length - 1] = { from: last.from, to }
  }

  put(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
  }

  get pieces(): Pieces {
    return this.#pieces
  }
}

/** Whether the pieces, one after the other, are the original again. */
export function isWhole(original: Uint8Array, pieces: Pieces): boolean {
  let at = 0
  for (const piece of pieces) {
    const isSame =
      piece instanceof Uint8Array
        ? piece.every((byte, index) => original[at + index] === byte)
        : piece.from === at
    if (!isSame) return false
    at += piece instanceof Uint8Array ? piece.length : piece.to - piece.from
  }
  return at === original.length
}

/** In bytes, of the pieces together. */
export function sizeOf(pieces: Pieces): number {
  return pieces.reduce(
    (sum, piece) => sum + (piece instanceof Uint8Array ? piece.length : piece.to - piece.from),
    0,
  )
}

export function assemble(original: Uint8Array, pieces: Pieces): Buffer {
  return Buffer.concat(
    pieces.map((piece) => (piece instanceof Uint8Array ? piece : original.subarray(piece.from, piece.to))),
  )
}

/** Whether the text of single bytes stands at a place. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
