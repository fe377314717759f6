import { viewOf } from './pieces'

const orientationTag = 0x0112
const shortType = 3

/** The bytes of a TIFF block that says how the picture is to be turned, and nothing else. */
export const orientationBlockSize = 26

/**
 * How a picture is to be turned, from its EXIF (a TIFF block): 2 to 8. Undefined when it is upright, or when
 * the block says nothing that can be read.
 */
export function readOrientation(block: Uint8Array): number | undefined {
  const view = viewOf(block)
  if (block.length < orientationBlockSize) return undefined
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const isLittle = order === 0x4949
  const directory = view.getUint32(4, isLittle)
  if (directory + 2 > block.length) return undefined
  const count = view.getUint16(directory, isLittle)
  for (let n = 0; n < count; n++) {
    const entry = directory + 2 + n * 12
    if (entry + 12 > block.length) return undefined
    if (view.getUint16(entry, isLittle) !== orientationTag) continue
    if (view.getUint16(entry + 2, isLittle) !== shortType) return undefined
    const value = view.getUint16(entry + 8, isLittle)
    return value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}

/** A TIFF block with one entry. */
export function orientationBlock(orientation: number): Uint8Array {
  const block = new Uint8Array(orientationBlockSize)
  const view = viewOf(block)
  view.setUint16(0, 0x4d4d)
  view.setUint16(2, 42)
  view.setUint32(4, 8)
  view.setUint16(8, 1)
  view.setUint16(10, orientationTag)
  view.setUint16(12, shortType)
  view.setUint32(14, 1)
  view.setUint16(18, orientation)
  return block
}
