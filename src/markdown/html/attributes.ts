import { escapeHtml } from '../escape'
import type { ImageAddress } from '../options'
import { isAbsolute, safeUrl } from '../url'
import { clobberingIds, commonAttributes, elementRules } from './allow-list'

/** How the addresses of a page are resolved; each says null for what may not or cannot be reached. */
export interface AddressBook {
  link(href: string): string | null
  media(src: string): string | null
  image(src: string): ImageAddress | null
  /** Takes an id for the page; false when it is taken. */
  claimId(id: string): boolean
  /** The attributes that tell a browser when to load the next image of the page. */
  loading(): string
}

/**
 * The attributes of an allowed element other than `img`, written anew: what is not on the list is gone, every value is
 * escaped, every URL judged. Begins with a space unless empty. Null when the element is nothing without an
 * address that it may not have; its content then stands alone.
 */
export function writeAttributes(
  element: string,
  attributes: ReadonlyMap<string, string>,
  addresses: AddressBook,
): string | null {
  const own = elementRules.get(element)?.attributes ?? []
  let html = ''
  const classes = [attributes.get('class') ?? '']
  for (const [name, value] of attributes) {
    if (!commonAttributes.has(name) && !own.includes(name)) continue
    if (name === 'class') continue
    if (name === 'align') classes.push(alignClass(value))
    else if (name === 'id' || name === 'name') html += writeId(value, html, addresses)
    else {
      const written = writeAttribute(name, value, addresses)
      if (written === null && (element === 'a' || element === 'source' || element === 'track')) return null
      html += written ?? ''
    }
  }
  // A player without controls could not be started.
  if ((element === 'video' || element === 'audio') && !attributes.has('controls')) html += ' controls'
  return writeClasses(classes) + html
}

const flags = new Set(['open', 'controls', 'loop', 'muted', 'default', 'reversed'])
const patterns: Readonly<Record<string, RegExp>> = {
  width: /^\d{1,5}%?$/,
  height: /^\d{1,5}%?$/,
  colspan: /^\d{1,4}$/,
  rowspan: /^\d{1,4}$/,
  span: /^\d{1,4}$/,
  start: /^-?\d{1,9}$/,
  dir: /^(?:ltr|rtl|auto)$/i,
  type: /^[\w.+-]+(?:\/[\w.+-]+)?(?:;[\w =",.-]*)?$/,
  preload: /^(?:none|metadata|auto)$/,
}

/** ` name="value"`, empty when the value is not of the attribute's form, null when its address is refused. */
function writeAttribute(name: string, value: string, addresses: AddressBook): string | null {
  if (flags.has(name)) return ` ${name}`
  if (patterns[name]?.test(value) === false) return ''
  let text: string | null = value
  if (name === 'href') text = addresses.link(value)
  else if (name === 'src' || name === 'poster') text = addresses.media(value)
  else if (name === 'cite') text = isAbsolute(value) ? safeUrl(value, 'link') : ''
  if (text === null) return null
  return text === '' && name === 'cite' ? '' : ` ${name}="${escapeHtml(text)}"`
}

/** ` id="…"`, or nothing when it may not be one, or is taken. */
export function writeId(id: string, before: string, addresses: AddressBook): string {
  const isSound = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,199}$/u.test(id) && !clobberingIds.has(id.toLowerCase())
  return isSound && !/ id="/.test(before) && addresses.claimId(id) ? ` id="${escapeHtml(id)}"` : ''
}

export const alignClass = (value: string) =>
  /^(?:left|right|center|justify)$/i.test(value) ? `align-${value.toLowerCase()}` : ''

export function writeClasses(classes: readonly string[]): string {
  const names = classes.join(' ').trim()
  return names === '' ? '' : ` class="${escapeHtml(names)}"`
}
