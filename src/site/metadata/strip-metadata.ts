import { isGif, stripGif } from './gif'
import { isIsoMedia, stripIsoMedia } from './iso-media'
import { isJpeg, stripJpeg } from './jpeg'
import { isWhole, type Pieces } from './pieces'
import { isPng, stripPng } from './png'
import { isWebp, stripWebp } from './webp'

/**
 * What of an original may go onto the site.
 *
 * - `clean`: all of it, it says nothing but the picture (or it is no picture, and the writer's own words);
 * - `stripped`: these pieces of it;
 * - `unreadable`: it calls itself a picture of a known kind and holds none that can be found;
 * - `unknown`: it may say where and when it was made, and that can't be taken out.
 */
export type Stripped =
  | { readonly kind: 'clean' | 'unreadable' | 'unknown' }
  | { readonly kind: 'stripped'; readonly pieces: Pieces }

type Format = readonly [is: (bytes: Uint8Array) => boolean, strip: (bytes: Uint8Array) => Pieces | undefined]
const formats: readonly Format[] = [
  [isJpeg, stripJpeg],
  [isPng, stripPng],
  [isWebp, stripWebp],
  [isGif, stripGif],
]

/**
 * Finds what a file tells beside its picture: where and when it was made, by whom and with what. The picture
 * is not decoded and stays as it is, byte for byte. Never throws, and never makes a file larger.
 * @param type the media type, for what can't be told from the content
 */
export function stripMetadata(bytes: Uint8Array, type: string): Stripped {
  const format = formats.find(([is]) => is(bytes))
  const isMedia = format === undefined && isIsoMedia(bytes)
  const pieces = isMedia ? stripIsoMedia(bytes) : format?.[1](bytes)
  if (pieces === undefined)
    return { kind: format ? 'unreadable' : isMedia || isTelling(type) ? 'unknown' : 'clean' }
  return isWhole(bytes, pieces) ? { kind: 'clean' } : { kind: 'stripped', pieces }
}

/** Whether a file may tell of its origin, from its first bytes and its media type: others need not be read. */
export function mayTell(head: Uint8Array, type: string): boolean {
  return formats.some(([is]) => is(head)) || isIsoMedia(head) || isTelling(type)
}

/** Kinds of files in which cameras write where they were. */
const isTelling = (type: string) => /^image\/(tiff|heic|avif)$|^video\//.test(type)
