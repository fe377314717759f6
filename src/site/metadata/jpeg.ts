import { orientationBlock, orientationBlockSize, readOrientation } from './exif'
import { Keeping, type Pieces, startsWith, viewOf } from './pieces'

const startOfScan = 0xda
const endOfImage = 0xd9

export const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

/**
 * What a browser needs of a JPEG: tables, scans, colour profile, and how it is to be turned. EXIF, XMP, IPTC,
 * comments, thumbnails, makers' notes and whatever follows the picture (a film, a second picture) are left out.
 * Undefined when there is no picture in it.
 */
export function stripJpeg(bytes: Uint8Array): Pieces | undefined {
  const keeping = new Keeping()
  keeping.keep(0, 2)
  let hasPicture = false
  let isTurned = false
  for (let at = nextMarker(bytes, 2); at < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === endOfImage) {
      keeping.keep(at, at + 2)
      break
    }
    // Restart marks and TEM have no content; outside of a scan they mean nothing.
    if (hasNoContent(marker)) {
      at = nextMarker(bytes, at + 2)
      continue
    }
    const end = segmentEnd(bytes, at)
    if (end === undefined) break
    if (marker === startOfScan) {
      const next = nextMarker(bytes, end, true)
      keeping.keep(at, next)
      hasPicture = true
      at = next
      continue
    }
    const orientation = isTurned ? undefined : orientationIn(bytes.subarray(at, end), marker)
    if (orientation !== undefined) {
      keeping.put(exifSegment(orientation))
      isTurned = true
    } else keepSegment(keeping, bytes, at, end)
    at = nextMarker(bytes, end)
  }
  return hasPicture ? keeping.pieces : undefined
}

/** Where the next marker is, or the end. In a scan, restart marks and escaped bytes are part of the picture. */
function nextMarker(bytes: Uint8Array, from: number, isInScan = false): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1]
    if (marker === undefined) return bytes.length
    if (marker === 0xff || marker === 0) continue
    if (isInScan && hasNoContent(marker)) continue
    return at
  }
  return bytes.length
}

const hasNoContent = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01

/** The end of a segment; undefined when it says something impossible or goes on past the end of the file. */
function segmentEnd(bytes: Uint8Array, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined
  const length = viewOf(bytes).getUint16(at + 2)
  return length < 2 || at + 2 + length > bytes.length ? undefined : at + 2 + length
}

function keepSegment(keeping: Keeping, bytes: Uint8Array, at: number, end: number): void {
  const marker = bytes[at + 1] ?? 0
  const content = at + 4
  if (marker === 0xe0) keepDensity(keeping, bytes, at, end)
  else {
    const isColour =
      (marker === 0xe2 && startsWith(bytes, content, 'ICC_PROFILE\0')) ||
      (marker === 0xee && startsWith(bytes, content, 'Adobe'))
    const isTable = marker < 0xe0 || (marker > 0xef && marker !== 0xfe)
    if (isTable || isColour) keeping.keep(at, end)
  }
}

/** Of a JFIF segment the density of the picture's points is kept, a thumbnail is not. */
function keepDensity(keeping: Keeping, bytes: Uint8Array, at: number, end: number): void {
  const size = 18
  if (!startsWith(bytes, at + 4, 'JFIF\0') || end - at < size) return
  if (end - at === size) keeping.keep(at, end)
  else {
    const segment = bytes.slice(at, at + size)
    segment.set([0, size - 2], 2)
    segment.set([0, 0], size - 2)
    keeping.put(segment)
  }
}

function orientationIn(segment: Uint8Array, marker: number): number | undefined {
  if (marker !== 0xe1 || !startsWith(segment, 4, 'Exif\0\0')) return undefined
  return readOrientation(segment.subarray(10))
}

function exifSegment(orientation: number): Uint8Array {
  const segment = new Uint8Array(10 + orientationBlockSize)
  segment.set([0xff, 0xe1, 0, 8 + orientationBlockSize])
  segment.set(new TextEncoder().encode('Exif\0\0'), 4)
  segment.set(orientationBlock(orientation), 10)
  return segment
}
