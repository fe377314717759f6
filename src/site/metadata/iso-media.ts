import { type Box, inside, ofType, readBoxes } from './boxes'
import { metadataPlaces } from './item-places'
import { Keeping, type Pieces, type Stretch, startsWith } from './pieces'

export const isIsoMedia = (bytes: Uint8Array) => startsWith(bytes, 4, 'ftyp')

/**
 * An AVIF, HEIC or MP4 file in which EXIF, XMP, what a camera or a program wrote beside the picture, and the
 * times of a film are overwritten with zeros: nothing in it moves, since everything is found by its place.
 * Undefined when something may be left, for instance in a track of places beside a film.
 */
export function stripIsoMedia(bytes: Uint8Array): Pieces | undefined {
  const boxes = readBoxes(bytes, 0, bytes.length)
  const isWhole = boxes.at(-1)?.to === bytes.length
  const meta = ofType(boxes, 'meta')
  const movie = ofType(boxes, 'moov')
  if (!isWhole || (meta === undefined && movie === undefined)) return undefined
  const tracks = inside(bytes, movie).filter(({ type }) => type === 'trak')
  if (tracks.some((track) => isOfData(bytes, track))) return undefined
  const places = [
    ...(meta === undefined ? [] : metadataPlaces(bytes, meta).map((place) => zeros(place, bytes.length))),
    ...boxes.filter(({ type }) => type === 'uuid').flatMap(freed),
    ...[movie, ...tracks].flatMap((box) => inside(bytes, box)).flatMap((box) => asidesOf(bytes, box)),
  ]
  return overwrite(bytes, places)
}

interface Patch extends Stretch {
  readonly bytes: Uint8Array
}

/** What a box inside a film or a track says of its origin. */
function asidesOf(bytes: Uint8Array, box: Box): Patch[] {
  if (['udta', 'meta', 'uuid'].includes(box.type)) return freed(box)
  if (box.type === 'mvhd' || box.type === 'tkhd') return times(bytes, box)
  const header = box.type === 'mdia' ? ofType(inside(bytes, box), 'mdhd') : undefined
  return header === undefined ? [] : times(bytes, header)
}

/** Whether a track holds no pictures or sounds but, for instance, where the camera was. */
function isOfData(bytes: Uint8Array, track: Box): boolean {
  const media = ofType(inside(bytes, track), 'mdia')
  const handler = ofType(inside(bytes, media), 'hdlr')
  return (
    handler !== undefined &&
    !['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd', 'hint'].some((kind) =>
      startsWith(bytes, handler.from + 8, kind),
    )
  )
}

/** Makes a box one that every reader passes over, and empties it. */
const freed = ({ at, from, to }: Box): Patch[] => [
  { from: at + 4, to: at + 8, bytes: new TextEncoder().encode('free') },
  { from, to, bytes: new Uint8Array(to - from) },
]

/** When it was made and changed, after the version and flags. */
function times(bytes: Uint8Array, { from, to }: Box): Patch[] {
  const size = bytes[from] === 1 ? 16 : 8
  return from + 4 + size > to ? [] : [{ from: from + 4, to: from + 4 + size, bytes: new Uint8Array(size) }]
}

function zeros({ from, to }: Stretch, limit: number): Patch {
  const [start, end] = [Math.min(from, limit), Math.min(to, limit)]
  return { from: start, to: end, bytes: new Uint8Array(end - start) }
}

function overwrite(bytes: Uint8Array, patches: readonly Patch[]): Pieces {
  const keeping = new Keeping()
  let at = 0
  for (const patch of [...patches].sort((a, b) => a.from - b.from)) {
    // Places may overlap: what of this one is still to come.
    const from = Math.max(patch.from, at)
    const put = patch.bytes.subarray(from - patch.from)
    if (put.length === 0 || isThere(bytes, from, put)) continue
    keeping.keep(at, from)
    keeping.put(put)
    at = patch.to
  }
  keeping.keep(at, bytes.length)
  return keeping.pieces
}

const isThere = (original: Uint8Array, from: number, bytes: Uint8Array) =>
  bytes.every((byte, index) => original[from + index] === byte)
