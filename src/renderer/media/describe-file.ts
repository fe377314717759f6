import type { MediaItem } from '../../api/contract'
import type { Words } from '../../words'

/** The name without its folder and hash: `media/diagram-3f2a91bc04de.png` → `diagram.png`. */
export function nameOf(path: string): string {
  return path.replace(/^media\//, '').replace(/-[0-9a-f]{12}(?=\.[^.]*$)/, '')
}

/** What a writer would say of it: `diagram.png` → `diagram`, `two-people.png` → `two people`. */
function wordsOf(path: string): string {
  return nameOf(path)
    .replace(/\.[^.]*$/, '')
    .replace(/-/g, ' ')
}

/** A size in bytes as file managers show it, in steps of 1,000. */
export function describeSize(bytes: number, { say, number }: Words): string {
  if (bytes < 1000) return say('{bytes, plural, one {# byte} other {# bytes}}', { bytes })
  const units = ['kB', 'MB', 'GB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  const digits = value < 9.95 ? 1 : 0
  const size = number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${size}\u00a0${units[unit]}`
}

const isImage = ({ type }: Pick<MediaItem, 'type'>) => type.startsWith('image/')

/** What a browser can draw as a picture. */
export const isDrawable = ({ type }: Pick<MediaItem, 'type'>) => isImage({ type }) && !/tiff|heic/.test(type)

/** The reference to put into a text: an image is shown, any other file is linked. */
export function markdownFor({ path, type }: Pick<MediaItem, 'path' | 'type'>): string {
  return isImage({ type }) ? `![${wordsOf(path)}](${path})` : `[${nameOf(path)}](${path})`
}

export const describeUses = ({ uses: { length: count } }: MediaItem, { say }: Words): string =>
  say('{count, plural, =0 {Not used} one {Used in # post} other {Used in # posts}}', { count })

/** Images without alternative text, in posts outside the trash. */
export function missingAltOf({ uses }: MediaItem): number {
  return uses.reduce((sum, use) => sum + (use.isTrashed ? 0 : use.missingAlt), 0)
}
