import { orientationBlock, orientationBlockSize, readOrientation } from './exif'
import { Keeping, type Pieces, sizeOf, startsWith, viewOf } from './pieces'

const headSize = 12
const shown = new Set(['VP8 ', 'VP8L', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const pictures = new Set(['VP8 ', 'VP8L', 'ANMF'])
const exifFlag = 0x08
const xmpFlag = 0x04

export const isWebp = (bytes: Uint8Array) => startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')

/**
 * What a browser needs of a WebP: EXIF but for how it is to be turned, XMP, unknown chunks and whatever
 * follows the picture are left out. Undefined when there is no picture in it.
 */
export function stripWebp(bytes: Uint8Array): Pieces | undefined {
  const chunks = readChunks(bytes)
  if (!chunks.some(({ type }) => pictures.has(type))) return undefined
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif && orientationIn(bytes.subarray(exif.at + 8, exif.end))
  const content = new Keeping()
  for (const chunk of chunks) {
    if (chunk.type === 'VP8X') keepHead(content, bytes, chunk, orientation !== undefined)
    else if (shown.has(chunk.type)) content.keep(chunk.at, chunk.end)
    else if (chunk === exif && orientation !== undefined) content.put(exifChunk(orientation))
  }
  const size = sizeOf(content.pieces)
  const whole = new Keeping()
  // A file that was cut short keeps the size that it had, as long as nothing is left out.
  if (size === bytes.length - headSize) whole.keep(0, headSize)
  else whole.put(riffHead(bytes, size + 4))
  for (const piece of content.pieces)
    if (piece instanceof Uint8Array) whole.put(piece)
    else whole.keep(piece.from, piece.to)
  return whole.pieces
}

interface Chunk {
  readonly type: string
  readonly at: number
  /** With the byte that fills it up to an even size; never past the end of the file. */
  readonly end: number
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const view = viewOf(bytes)
  const limit = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const chunks: Chunk[] = []
  for (let at = headSize; at + 8 <= limit; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    chunks.push({ type: String.fromCharCode(...bytes.subarray(at, at + 4)), at, end: Math.min(end, limit) })
    at = end
  }
  return chunks
}

/** `VP8X` says which other chunks there are. */
function keepHead(content: Keeping, bytes: Uint8Array, { at, end }: Chunk, hasExif: boolean): void {
  const flags = bytes[at + 8] ?? 0
  const next = (flags & ~(exifFlag | xmpFlag)) | (hasExif ? exifFlag : 0)
  if (next === flags || end < at + 9) content.keep(at, end)
  else {
    const head = bytes.slice(at, end)
    head[8] = next
    content.put(head)
  }
}

/** Some writers put the head of a JPEG's EXIF before it. */
function orientationIn(exif: Uint8Array): number | undefined {
  return readOrientation(startsWith(exif, 0, 'Exif\0\0') ? exif.subarray(6) : exif)
}

function exifChunk(orientation: number): Uint8Array {
  const bytes = new Uint8Array(8 + orientationBlockSize)
  bytes.set(new TextEncoder().encode('EXIF'))
  viewOf(bytes).setUint32(4, orientationBlockSize, true)
  bytes.set(orientationBlock(orientation), 8)
  return bytes
}

function riffHead(bytes: Uint8Array, size: number): Uint8Array {
  const head = bytes.slice(0, headSize)
  viewOf(head).setUint32(4, size, true)
  return head
}
