import { makeDrawing } from './drawing'
import type { IconRecipe } from './recipe'
import type { OpenPicture } from './sharp'

/** Of a side, around a logo: systems cut corners off. */
const margin = 0.1

/** A site's logo in the middle of a square. Throws when it can't be read as a picture. */
export async function makeLogoIcon(
  { size, background }: IconRecipe,
  logo: Uint8Array,
  open: OpenPicture,
): Promise<Uint8Array> {
  const inside = Math.round(size * (1 - 2 * margin))
  const isDrawing = /^\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)/i.test(
    Buffer.from(logo.subarray(0, 300)).toString('latin1'),
  )
  // A drawing is measured in its own points: it is read large enough to be made smaller.
  const picture = isDrawing ? open(makeDrawing(logo), { density: 600 }) : open(logo, { failOn: 'none' })
  const shown = await picture
    .autoOrient()
    .resize({ width: inside, height: inside, fit: 'contain', background: '#00000000' })
    .toColourspace('srgb')
    .png()
    .toBuffer()
  return open(shown)
    .extend({
      top: margins(size, inside),
      left: margins(size, inside),
      bottom: size - inside - margins(size, inside),
      right: size - inside - margins(size, inside),
      background: '#00000000',
    })
    .flatten({ background })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

const margins = (size: number, inside: number) => Math.floor((size - inside) / 2)
