import { closeSync, openSync, readSync } from 'node:fs'

/** Enough to come to the first point of nearly every picture: a profile of colours before it may have some kB. */
const headSize = 65_536

/** Reads the beginning of a file, and says whether it surely holds one picture that does not move. */
export function isStillFile(file: string, type: string): boolean {
  if (type === 'image/jpeg') return true
  if (!/^image\/(?:png|webp|avif)$/.test(type)) return false
  const head = Buffer.alloc(headSize)
  const descriptor = openSync(file, 'r')
  try {
    return isStill(head.subarray(0, readSync(descriptor, head, 0, headSize, 0)), type)
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Whether a picture surely does not move, by the beginning of its file: variants hold its first moment alone. One of
 * which that can't be told stays as it is.
 */
export function isStill(head: Buffer, type: string): boolean {
  switch (type) {
    case 'image/jpeg':
      return true
    case 'image/png':
      return isStillPng(head)
    case 'image/webp':
      // The extended header says in a flag whether there is an animation; the others can't hold one.
      return head.toString('latin1', 12, 15) === 'VP8' && !(head[15] === 0x58 && ((head[20] ?? 2) & 2) !== 0)
    case 'image/avif':
      return (
        head.toString('latin1', 4, 8) === 'ftyp' &&
        !head.toString('latin1', 8, head.readUInt32BE(0)).includes('avis')
      )
    default:
      return false
  }
}

/** An animated PNG says so before its first picture. */
function isStillPng(head: Buffer): boolean {
  for (let at = 8; at + 8 <= head.length; at += 12 + head.readUInt32BE(at)) {
    const type = head.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') return true
    if (type === 'acTL') return false
  }
  return false
}
