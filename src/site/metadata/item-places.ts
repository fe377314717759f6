import { type Box, inside, ofType, Reader, readBoxes } from './boxes'
import type { Stretch } from './pieces'

/**
 * Where the EXIF and XMP of an AVIF or HEIC file are, by its `meta` box: items are announced in `iinf` and
 * placed by `iloc`.
 */
export function metadataPlaces(bytes: Uint8Array, meta: Box): Stretch[] {
  const boxes = inside(bytes, meta, 4)
  const info = ofType(boxes, 'iinf')
  const location = ofType(boxes, 'iloc')
  if (info === undefined || location === undefined) return []
  const wanted = metadataItems(bytes, info)
  const data = ofType(boxes, 'idat')
  return readLocations(bytes, location).flatMap(({ item, isInData, from, to }) => {
    if (!wanted.has(item) || (isInData && data === undefined)) return []
    const base = isInData && data !== undefined ? data.from : 0
    return [{ from: base + from, to: base + to }]
  })
}

function metadataItems(bytes: Uint8Array, info: Box): Set<number> {
  const reader = new Reader(bytes, info.from, info.to)
  const isShort = reader.number(1) === 0
  reader.at += 3 + (isShort ? 2 : 4)
  const items = new Set<number>()
  for (const entry of readBoxes(bytes, reader.at, info.to)) {
    const each = new Reader(bytes, entry.from, entry.to)
    const version = each.number(1)
    each.at += 3
    const item = each.number(version === 3 ? 4 : 2)
    each.at += 2
    if (version >= 2 && ['Exif', 'mime', 'uri '].includes(each.text(4))) items.add(item)
  }
  return items
}

interface Location extends Stretch {
  readonly item: number
  /** In the `idat` box and not counted from the beginning of the file. */
  readonly isInData: boolean
}

function readLocations(bytes: Uint8Array, box: Box): Location[] {
  const reader = new Reader(bytes, box.from, box.to)
  const version = reader.number(1)
  reader.at += 3
  const [sizes, baseSizes] = [reader.number(1), reader.number(1)]
  const wide = version >= 2 ? 4 : 2
  const locations: Location[] = []
  for (let items = reader.number(wide); items > 0 && !reader.isPast; items--) {
    const item = reader.number(wide)
    const method = version === 0 ? 0 : reader.number(2) & 15
    reader.at += 2
    const base = reader.number(baseSizes >> 4)
    for (let extents = reader.number(2); extents > 0 && !reader.isPast; extents--) {
      if (version > 0) reader.at += baseSizes & 15
      const from = base + reader.number(sizes >> 4)
      const length = reader.number(sizes & 15)
      locations.push({ item, isInData: method === 1, from, to: from + length })
    }
  }
  return locations
}
