import { orientationBlock, readOrientation } from './exif'
import { Keeping, type Pieces, startsWith, viewOf } from './pieces'

const signature = '\x89PNG\r\n\x1a\n'
/** Chunks that say how the picture is to be shown. Of others, those that a reader may not skip are kept. */
const shown = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

export const isPng = (bytes: Uint8Array) => startsWith(bytes, 0, signature)

/**
 * What a browser needs of a PNG: texts, EXIF but for how it is to be turned, the time of its last change,
 * what nobody knows and whatever follows the picture are left out. Undefined when there is no picture in it.
 */
export function stripPng(bytes: Uint8Array): Pieces | undefined {
  const view = viewOf(bytes)
  const keeping = new Keeping()
  keeping.keep(0, signature.length)
  let hasPicture = false
  for (let at = signature.length; at + 8 <= bytes.length; ) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + view.getUint32(at)
    if (!/^[A-Za-z]{4}$/.test(type)) break
    if (type === 'IDAT') hasPicture = true
    if (type === 'eXIf') {
      const orientation = end > bytes.length ? undefined : readOrientation(bytes.subarray(at + 8, end - 4))
      if (orientation !== undefined) keeping.put(chunk('eXIf', orientationBlock(orientation)))
    } else if (/^[A-Z]/.test(type) || shown.has(type)) keeping.keep(at, Math.min(end, bytes.length))
    if (type === 'IEND') break
    at = end
  }
  return hasPicture ? keeping.pieces : undefined
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + content.length)
  const view = viewOf(bytes)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(content, 8)
  view.setUint32(8 + content.length, checksum(bytes.subarray(4, 8 + content.length)))
  return bytes
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
