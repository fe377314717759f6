import type { Asset } from '../../library'
import { type PictureRecipe, pictureVersion } from './recipe'

/** Where a picture stands: in the text, above it, or on a card of a list. */
export type PictureUse = 'content' | 'cover' | 'card'

/** A picture as a page names it. Every address is a path from the site's root, without the base path. */
export interface PictureVariants {
  /** For browsers that know none of the sources. */
  readonly src: string
  readonly width: number | null
  readonly height: number | null
  /** Empty when there is only `src`. */
  readonly srcset: string
  readonly sizes: string
  /** The better formats, best first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[]
  /** What has to be made for it. */
  readonly files: readonly { readonly file: string; readonly recipe: PictureRecipe }[]
  /** Whether the original itself is shown, and so has to be on the site. */
  readonly usesOriginal: boolean
}

type Shown = Pick<Asset, 'path' | 'hash' | 'type' | 'width' | 'height' | 'size'>
type Format = PictureRecipe['format']

/** How wide a theme shows a picture: in its text, over its page, on a card. */
const sizesOf: Readonly<Record<PictureUse, string>> = {
  content: '(min-width: 50rem) 48rem, 100vw',
  cover: '(min-width: 70rem) 68rem, 100vw',
  card: '(min-width: 60rem) 24rem, (min-width: 40rem) 50vw, 100vw',
}
/** Pixels. A screen has one to three for each of a page; steps of about half keep waste under a third. */
const widthsOf: Readonly<Record<PictureUse, readonly number[]>> = {
  content: [480, 800, 1200, 1600, 2400],
  cover: [480, 800, 1200, 1600, 2400],
  card: [480, 800, 1200],
}
/** What old browsers get: few widths, since hardly any asks for them. */
const plainWidths = [800, 1600]

const formats: Readonly<Record<string, { readonly better: readonly Format[]; readonly plain: Format }>> = {
  'image/jpeg': { better: ['avif', 'webp'], plain: 'jpeg' },
  'image/png': { better: ['avif', 'webp'], plain: 'png' },
  'image/webp': { better: ['avif'], plain: 'webp' },
  'image/avif': { better: ['avif'], plain: 'webp' },
}
const endings: Readonly<Record<Format, string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg', png: 'png' }

/** Smaller ones are icons and buttons: another request costs more than a smaller file spares. */
const smallest = { width: 200, bytes: 6000 }
/** What WebP can hold, in pixels of a side. */
const longestSide = 16_383
/** A JPEG is read line by line, others whole: four bytes for each point, and two pictures at a time. */
const mostPixels = { jpeg: 120_000_000, other: 40_000_000 }

/**
 * The files by which a picture is shown, from what the library says of it; nothing is read or converted. Its names
 * hold the hash of the original, the width and the version of who makes them. Never wider than the original. A picture that moves, a drawing, a
 * small one and one of a kind that can't be read stay as they are.
 *
 * @param isStill whether it is known to hold one picture (`isStillPicture`)
 * @param isWanted the site's `settings.images`
 */
export function variantsOf(
  asset: Shown,
  use: PictureUse,
  { isStill, isWanted }: { readonly isStill: boolean; readonly isWanted: boolean },
): PictureVariants {
  const { width, height } = asset
  const format = formats[asset.type]
  if (!isWanted || !isStill || format === undefined || width === null || height === null) return asItIs(asset)
  const most = asset.type === 'image/jpeg' ? mostPixels.jpeg : mostPixels.other
  if (width < smallest.width || asset.size < smallest.bytes || width * height > most) return asItIs(asset)
  const widths = widthsUpTo(width, widthsOf[use]).filter((it) => (height / width) * it <= longestSide)
  if (widths.length === 0) return asItIs(asset)
  return offer(asset, width, height, { ...format, widths, sizes: sizesOf[use] })
}

function offer(
  asset: Shown,
  width: number,
  height: number,
  {
    better,
    plain,
    widths,
    sizes,
  }: {
    better: readonly Format[]
    plain: Format
    widths: readonly number[]
    sizes: string
  },
): PictureVariants {
  const files: { file: string; recipe: PictureRecipe }[] = []
  const name = (format: Format, wide: number) => {
    const file = asset.path.replace(/\.[^.]*$/, `-${wide}-${pictureVersion}.${endings[format]}`)
    const known = files.some((it) => it.file === file)
    if (!known) files.push({ file, recipe: { kind: 'picture', hash: asset.hash, width: wide, format } })
    return `/${file}`
  }
  const srcset = (format: Format, from: readonly number[]) =>
    from.map((wide) => `${name(format, wide)} ${wide}w`).join(', ')
  const sources = better.map((format) => ({ type: `image/${format}`, srcset: srcset(format, widths) }))
  const wides = plainWidths.filter((it) => it < width * 0.85 && widths.includes(it))
  const largest = widths.at(-1) ?? width
  // The original is a fallback only where it is no larger than what is shown, and of a format that all know.
  const usesOriginal = width <= largest && asset.type !== 'image/avif'
  const last = usesOriginal ? `/${asset.path}` : name(plain, wides.at(-1) ?? largest)
  const plainSet = srcset(plain, wides)
  const whole = usesOriginal && plainSet !== '' ? `${plainSet}, ${last} ${width}w` : plainSet
  return { src: last, width, height, srcset: whole, sizes, sources, files, usesOriginal }
}

/** The steps below a width, and the width itself or the largest step; none that is nearly the next. */
function widthsUpTo(width: number, steps: readonly number[]): number[] {
  const most = Math.min(width, steps.at(-1) ?? width)
  return [...steps.filter((step) => step < most * 0.85), most]
}

function asItIs({ path, width, height }: Shown): PictureVariants {
  return {
    src: `/${path}`,
    width,
    height,
    srcset: '',
    sizes: '',
    sources: [],
    files: [],
    usesOriginal: true,
  }
}
