import type { Sharp } from 'sharp'
import type { PictureRecipe } from './recipe'
import type { OpenPicture } from './sharp'

/** Photographs of today's largest cameras have 100 million pixels; a file that unpacks to more is a trap. */
const mostPixels = 150_000_000

/**
 * A picture of the library in another width and format: turned as its EXIF says, in sRGB, without a word of where
 * and when it was made. What of a damaged original can be read is shown, as browsers do. Throws when there is
 * nothing that can be read.
 */
export async function makePicture(
  { width, format }: PictureRecipe,
  original: Uint8Array,
  open: OpenPicture,
): Promise<Uint8Array> {
  const options = { failOn: 'none', limitInputPixels: mostPixels, sequentialRead: true } as const
  // Photographs hide what is lost in their colours; the edges of letters and lines don't.
  const isPhotograph = original[0] === 0xff && original[1] === 0xd8
  const picture = open(original, options)
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
  return encode(picture, format, isPhotograph).toBuffer()
}

/** Qualities at which a reader sees no difference beside the original at arm's length, and encoding stays quick. */
function encode(picture: Sharp, format: PictureRecipe['format'], isPhotograph: boolean): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 50, effort: 3, chromaSubsampling: isPhotograph ? '4:2:0' : '4:4:4' })
    case 'webp':
      return picture.webp({ quality: 78, effort: 4, smartSubsample: !isPhotograph })
    case 'jpeg':
      return picture.jpeg({ quality: 80, mozjpeg: true })
    case 'png':
      return picture.png({ compressionLevel: 9 })
  }
}
