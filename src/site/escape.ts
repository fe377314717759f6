/** Characters that neither HTML nor XML 1.0 can hold: controls, noncharacters, halves of surrogate pairs. */
const forbidden = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/gu

/** Text without the characters that no format of the site can hold. */
export function storable(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (isForbidden(text, index, text.charCodeAt(index))) return text.replace(forbidden, '')
  }
  return text
}

/**
 * Text for HTML or XML, between tags or inside a quoted attribute. Both take the same five entities; what
 * neither may hold is left out. Null and undefined give nothing.
 */
export function escapeText(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  let escaped = ''
  let done = 0
  // By hand: whole posts go through it for their feeds, and searches with callbacks take many times as long.
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const entity = unit <= lastSpecial ? entityOf(unit) : undefined
    if (entity !== undefined) {
      escaped += text.slice(done, index) + entity
      done = index + 1
    } else if ((unit < 0x20 || unit >= 0x7f) && isForbidden(text, index, unit)) {
      return escapeText(text.replace(forbidden, ''))
    }
  }
  return done === 0 ? text : escaped + text.slice(done)
}

const lastSpecial = 0x3e

function entityOf(unit: number): string | undefined {
  switch (unit) {
    case 0x22:
      return '&quot;'
    case 0x26:
      return '&amp;'
    case 0x27:
      return '&#39;'
    case 0x3c:
      return '&lt;'
    case lastSpecial:
      return '&gt;'
    default:
      return undefined
  }
}

/** Whether the code unit at `index` is one of those that `forbidden` finds, or the first of two that are. */
function isForbidden(text: string, index: number, unit: number): boolean {
  if (unit < 0x20) return unit !== 0x09 && unit !== 0x0a && unit !== 0x0d
  if (unit < 0xd800) return unit >= 0x7f && unit < 0xa0
  if (unit >= 0xe000) return unit >= 0xfffe || (unit >= 0xfdd0 && unit <= 0xfdef)
  if (unit >= 0xdc00) {
    const before = text.charCodeAt(index - 1)
    return !(before >= 0xd800 && before < 0xdc00)
  }
  const after = text.charCodeAt(index + 1)
  const isPair = after >= 0xdc00 && after < 0xe000
  // The last two characters of each plane are none.
  return !isPair || ((unit & 0x3f) === 0x3f && (after & 0x3ff) >= 0x3fe)
}

/**
 * A value as JSON inside a `<script type="application/ld+json">`: no text in it can end the element, open a
 * comment, or break a line of JavaScript.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[<>&\u2028\u2029]/g, asEscapes)
    .replace(forbidden, asEscapes)
}

/** A character as JSON writes it by its units. */
function asEscapes(character: string): string {
  return Array.from(
    { length: character.length },
    (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
  ).join('')
}

/** `text` when it is an absolute http(s) URL, normalised; otherwise null. */
export function webUrl(text: string): string | null {
  // Most that is asked for is a path: a search costs less than an exception.
  if (!/^\s*https?:/i.test(text)) return null
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
