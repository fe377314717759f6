import type { MediaItem } from '../../api/contract'

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
export function describeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const units = ['kB', 'MB', 'GB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`
}

const isImage = ({ type }: Pick<MediaItem, 'type'>) => type.startsWith('image/')

/** What a browser can draw as a picture. */
export const isDrawable = ({ type }: Pick<MediaItem, 'type'>) => isImage({ type }) && !/tiff|heic/.test(type)

/** The reference to put into a text: an image is shown, any other file is linked. */
export function markdownFor({ path, type }: Pick<MediaItem, 'path' | 'type'>): string {
  return isImage({ type }) ? `![${wordsOf(path)}](${path})` : `[${nameOf(path)}](${path})`
}

export function describeUses(item: MediaItem): string {
  const count = item.uses.length
  return count === 0 ? 'Not used' : count === 1 ? 'Used in 1 post' : `Used in ${count} posts`
}

/** Images without alternative text, in posts outside the trash. */
export function missingAltOf({ uses }: MediaItem): number {
  return uses.reduce((sum, use) => sum + (use.isTrashed ? 0 : use.missingAlt), 0)
}
