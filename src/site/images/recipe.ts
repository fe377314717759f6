import { createHash } from 'node:crypto'

/** A picture of the library in one width and format. */
export interface PictureRecipe {
  readonly kind: 'picture'
  /** SHA-256 of the original. */
  readonly hash: string
  /** Pixels; the height follows. Never more than the original has. */
  readonly width: number
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png'
}

/** A drawing (SVG) of the library with nothing in it that could run, load or tell. */
interface DrawingRecipe {
  readonly kind: 'drawing'
  readonly hash: string
}

/** The picture that others show beside a link to a post: 1200 by 630 pixels. Colours are `#rrggbb`. */
export interface SocialRecipe {
  readonly kind: 'social'
  readonly title: string
  readonly site: string
  /** What stands below: author and date, as the site writes them. */
  readonly byline: string
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly font: 'serif' | 'sans'
}

/** The site's icon as a square PNG: its logo, or the first letter of its title on a colour. */
export interface IconRecipe {
  readonly kind: 'icon'
  /** Pixels of a side. */
  readonly size: number
  /** SHA-256 of the logo; empty when there is none, and then the letter stands. */
  readonly hash: string
  readonly letter: string
  readonly background: string
  readonly text: string
}

/**
 * How a file of the site is made that is in no library. Plain and flat data, so that it can be compared, kept and
 * handed to another thread: equal recipes give equal bytes.
 */
export type Recipe = PictureRecipe | DrawingRecipe | SocialRecipe | IconRecipe

/** Whether an original is a drawing; by its name as well, since a server tells browsers by that alone what it is. */
export const isDrawing = ({ type, path }: { readonly type: string; readonly path: string }) =>
  type === 'image/svg+xml' || /\.svgz?$/i.test(path)

/** The version of sharp whose bytes these are. Another one writes other bytes, which must not be mixed. */
export const sharpVersion = '0.35.5'

/** Goes up whenever a maker comes to make something else of the same recipe. */
const makerVersions: Readonly<Record<Recipe['kind'], string>> = {
  picture: `1 sharp ${sharpVersion}`,
  drawing: '1',
  social: '1',
  icon: `1 sharp ${sharpVersion}`,
}

/** Stands in the names of pictures, which are kept for ever by who has seen them: others than these are other files. */
export const pictureVersion = createHash('sha256').update(makerVersions.picture).digest('hex').slice(0, 4)

/** What tells the bytes that a recipe gives from all others: 64 hex digits. A few microseconds. */
export function recipeKey(recipe: Recipe): string {
  const fields = Object.entries(recipe).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([makerVersions[recipe.kind], fields]))
    .digest('hex')
}
