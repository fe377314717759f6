import { escapeHtml } from '../escape'
import type { ImageAddress } from '../options'
import { type AddressBook, alignClass, writeClasses, writeId } from './attributes'

/**
 * An image, written anew from the attributes that it was given: `<img …>`, or a `<picture>` around it where the
 * resolver knows better formats. Null when its address leads nowhere or may not be there; its text then stands alone.
 */
export function writePicture(attributes: ReadonlyMap<string, string>, addresses: AddressBook): string | null {
  const image = addresses.image(attributes.get('src') ?? '')
  if (image === null) return null
  const { width, height } = sizeOf(attributes, image)
  // A writer who says how wide an image is to be knows better than its use.
  const isSized = width !== undefined && width !== image.width
  const sizes =
    image.sizes === undefined ? '' : ` sizes="${isSized ? `${width}px` : escapeHtml(image.sizes)}"`
  let html = ` src="${escapeHtml(image.src)}"`
  if (image.srcset) html += ` srcset="${escapeHtml(image.srcset)}"${sizes}`
  html += ` alt="${escapeHtml(attributes.get('alt') ?? '')}"`
  if (width !== undefined) html += ` width="${width}"`
  if (height !== undefined) html += ` height="${height}"`
  const title = attributes.get('title')
  if (title) html += ` title="${escapeHtml(title)}"`
  const id = attributes.get('id')
  if (id) html += writeId(id, '', addresses)
  html += writeClasses([attributes.get('class') ?? '', alignClass(attributes.get('align') ?? '')])
  html = `<img${html}${addresses.loading()}>`
  const sources = (image.sources ?? []).map(
    ({ type, srcset }) => `<source type="${escapeHtml(type)}" srcset="${escapeHtml(srcset)}"${sizes}>`,
  )
  return sources.length === 0 ? html : `<picture>${sources.join('')}${html}</picture>`
}

/** The size that was written; the side that wasn't follows from the image's own shape. */
function sizeOf(
  attributes: ReadonlyMap<string, string>,
  image: ImageAddress,
): { width: number | undefined; height: number | undefined } {
  const written = (name: 'width' | 'height') => {
    const value = attributes.get(name)
    return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined
  }
  const width = written('width')
  const height = written('height')
  if (width === undefined && height === undefined) return { width: image.width, height: image.height }
  const shape = image.width && image.height ? image.height / image.width : undefined
  return {
    width: width ?? (shape && height && Math.round(height / shape)),
    height: height ?? (shape && width && Math.round(width * shape)),
  }
}
