import { Keeping, type Pieces, startsWith } from './pieces'

/** Extensions by programs that change how the picture is shown: how often it runs, and its colours. */
const shownApplications = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

export const isGif = (bytes: Uint8Array) => startsWith(bytes, 0, 'GIF8')

/**
 * What a browser needs of a GIF: comments, XMP, what other programs put into it and whatever follows the
 * picture are left out. Undefined when there is no picture in it.
 */
export function stripGif(bytes: Uint8Array): Pieces | undefined {
  const keeping = new Keeping()
  let at = 13 + tableSize(bytes[10] ?? 0)
  keeping.keep(0, Math.min(at, bytes.length))
  let hasPicture = false
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x3b) {
      keeping.keep(at, at + 1)
      break
    }
    if (kind !== 0x2c && kind !== 0x21) break
    const content = kind === 0x2c ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2
    const end = blocksEnd(bytes, content)
    if (kind === 0x2c) hasPicture = true
    if (kind === 0x2c || isShown(bytes, at)) keeping.keep(at, Math.min(end, bytes.length))
    at = end
  }
  return hasPicture ? keeping.pieces : undefined
}

/** Bytes of a colour table, by the flags that announce it. */
const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** After the blocks that begin at `at` and the empty one that ends them. */
function blocksEnd(bytes: Uint8Array, at: number): number {
  let next = at
  while (next < bytes.length && bytes[next] !== 0) next += 1 + (bytes[next] ?? 0)
  return next + 1
}

/** Of the extensions: how long a picture stays, plain text, and some programs' own. */
function isShown(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1]
  if (label === 0xff) return shownApplications.some((name) => startsWith(bytes, at + 3, name))
  return label === 0xf9 || label === 0x01
}
