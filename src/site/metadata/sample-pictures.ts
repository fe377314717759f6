import { crc32 } from 'node:zlib'

/** For tests: pictures of 8 by 6 points as a browser makes them, and the same with what cameras and programs add. */

const jpeg = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA',
  'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP',
  'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/',
  '2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi',
  '9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAA',
  'AAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAAgP/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABoRAAICAwAAAAAAAAAAAAAAAA',
  'ACARIDBDH/2gAMAwEAAhEDEQA/AJGlAK2ui04Nmabn/9k=',
].join('')
const webp = [
  'UklGRhwCAABXRUJQVlA4WAoAAAAgAAAABwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAA',
  'ABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAP',
  'KnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZW',
  'UDggLgAAAHABAJ0BKggABgAGAEwlsAJ0AYhAAP7uh6F65Th5m8D9OZfBOZ28/MDK/arwAAA=',
].join('')
const png = [
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAcUlEQVR4AVyOsQ2AMAwErVQJ63zNAgzAArSIGokWiZaClgEYgAFYKtA9ViBKoL',
  'Csl//vbQ6U3FFxQ80VDWd0HDGwx8QWC80phZzidArx7861GuLRyhUMXx0MXmxGcEpK2nhNXb+aXCshdjulpOTzh5UbAAD///4biQcAAAAGSURB',
  'VAMAjXs5lX8UaEgAAAAASUVORK5CYII=',
].join('')
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

/** What must never be in an export. */
export const secret = 'N 48 51 24 E 2 21 03 CANARY'
const latin = (text: string) => Buffer.from(text, 'latin1')
const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])

export const plain = {
  jpeg: Buffer.from(jpeg, 'base64'),
  webp: Buffer.from(webp, 'base64'),
  png: Buffer.from(png, 'base64'),
  gif: Buffer.from(gif, 'base64'),
}

/** A TIFF block with the camera's maker, how the picture is to be turned, and a place. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), value])
  const at = 8 + 2 + 3 * 12 + 4
  return Buffer.concat([
    latin('MM'), u16(42), u32(8), u16(3),
    entry(0x010f, 2, secret.length, u32(at)),
    entry(0x0112, 3, 1, Buffer.concat([u16(orientation), u16(0)])),
    entry(0x8825, 4, 1, u32(at)),
    u32(0), latin(secret),
  ]) // biome-ignore format: as the block is laid out
}

const segment = (marker: number, content: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(content.length + 2), content])

/** A photograph as a telephone writes it: EXIF, XMP, IPTC, comment, makers' notes, a second picture and a film after it. */
export function photograph(orientation = 6): Buffer {
  const added = [
    segment(0xe1, Buffer.concat([latin('Exif\0\0'), exif(orientation)])),
    segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0<x>${secret}</x>`)),
    segment(0xed, latin(`Photoshop 3.0\0 8BIM ${secret}`)),
    segment(0xe2, latin(`MPF\0${secret}`)),
    segment(0xe5, latin(secret)),
    segment(0xfe, latin(secret)),
  ]
  return Buffer.concat([
    plain.jpeg.subarray(0, 20),
    ...added,
    plain.jpeg.subarray(20),
    plain.jpeg,
    latin(secret),
  ])
}

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([latin(type), content])
  return Buffer.concat([u32(content.length), named, u32(crc32(named))])
}

export function screenshot(orientation = 1): Buffer {
  const head = 33
  const added = [
    pngChunk('tEXt', latin(`Comment\0${secret}`)),
    pngChunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
    pngChunk('eXIf', exif(orientation)),
    pngChunk('tIME', Buffer.from([7, 234, 1, 2, 3, 4, 5])),
    pngChunk('prVt', latin(secret)),
    pngChunk('pHYs', Buffer.concat([u32(2835), u32(2835), Buffer.from([1])])),
  ]
  return Buffer.concat([plain.png.subarray(0, head), ...added, plain.png.subarray(head), latin(secret)])
}

function riffChunk(type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(content.length)
  return Buffer.concat([latin(type), size, content, Buffer.alloc(content.length % 2)])
}

export function webPicture(orientation = 1): Buffer {
  const added = [
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', latin(secret)),
    riffChunk('MINE', latin(secret)),
  ]
  const whole = Buffer.concat([plain.webp, ...added])
  whole.writeUInt32LE(whole.length - 8, 4)
  whole[20] = (whole[20] ?? 0) | 0x0c
  return Buffer.concat([whole, latin(secret)])
}

export function animation(): Buffer {
  const text = Buffer.concat([Buffer.from([secret.length]), latin(secret), Buffer.from([0])])
  const added = [
    Buffer.from([0x21, 0xfe]), text,
    Buffer.from([0x21, 0xff, 11]), latin('XMP DataXMP'), text,
    Buffer.from([0x21, 0xff, 11]), latin('NETSCAPE2.0'), Buffer.from([3, 1, 0, 0, 0]),
  ] // biome-ignore format: one extension in a line
  return Buffer.concat([plain.gif.subarray(0, 19), ...added, plain.gif.subarray(19), latin(secret)])
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  return Buffer.concat([u32(inside.length + 8), latin(type), inside])
}

/** An AVIF file with EXIF and XMP beside its picture, whose bytes are only told apart. */
export function avif(picture: Buffer): Buffer {
  const block = Buffer.concat([u32(0), exif(1)])
  const xmp = latin(`<x>${secret}</x>`)
  const entry = (item: number, type: string, rest = '') =>
    box('infe', u32(0x02000000), u16(item), u16(0), latin(`${type}\0${rest}`))
  const place = (item: number, at: number, size: number) =>
    Buffer.concat([u16(item), u16(0), u16(1), u32(at), u32(size)])
  const build = (start: number) =>
    Buffer.concat([
      box('ftyp', latin('avif'), u32(0), latin('avifmif1')),
      box('meta', u32(0),
        box('iinf', u32(0), u16(3), entry(1, 'av01'), entry(2, 'Exif'), entry(3, 'mime', 'application/rdf+xml\0')),
        box('iloc', u32(0), Buffer.from([0x44, 0]), u16(3),
          place(1, start, picture.length), place(2, start + picture.length, block.length),
          place(3, start + picture.length + block.length, xmp.length))),
      box('mdat', picture, block, xmp),
    ]) // biome-ignore format: a box in a line
  return build(build(0).length - picture.length - block.length - xmp.length)
}

/** A film with a place and times beside it; `handler` is what its second track holds. */
export function film(handler = 'soun'): Buffer {
  const times = Buffer.concat([u32(0), u32(0xe1e1e1e1), u32(0xe1e1e1e1), Buffer.alloc(84)])
  const track = (kind: string) =>
    box(
      'trak',
      box('tkhd', times),
      box('mdia', box('mdhd', times), box('hdlr', u32(0), u32(0), latin(kind), Buffer.alloc(13))),
      box('udta', latin(secret)),
    )
  return Buffer.concat([
    box('ftyp', latin('isom'), u32(0)),
    box(
      'moov',
      box('mvhd', times),
      track('vide'),
      track(handler),
      box('udta', box('\xa9xyz', latin(secret))),
      box('meta', latin(secret)),
    ),
    box('uuid', Buffer.alloc(16, 7), latin(secret)),
    box('mdat', latin('pictures and sounds')),
  ])
}
