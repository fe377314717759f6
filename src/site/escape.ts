/** Characters that neither HTML nor XML 1.0 can hold: controls, noncharacters, halves of surrogate pairs. */
const forbidden = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Cs}/gu

/** Text without the characters that no format of the site can hold. */
export function storable(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (mayBeForbidden(text.charCodeAt(index))) return text.replace(forbidden, '')
  }
  return text
}

/**
 * Text for HTML or XML, between tags or inside a quoted attribute. Both take the same five entities; what
 * neither may hold is left out. Null and undefined give nothing.
 */
export function escapeText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return escapeCharacters(String(value), false)
}

/** @param isStorable whether nothing forbidden is in it, for sure */
function escapeCharacters(text: string, isStorable: boolean): string {
  let escaped = ''
  let done = 0
  // By hand: whole posts go through it for their feeds, and searches with callbacks take three times as long.
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const entity = unit <= lastSpecial ? entities[unit] : undefined
    if (entity === undefined) {
      if (isStorable || !mayBeForbidden(unit)) continue
      return escapeCharacters(text.replace(forbidden, ''), true)
    }
    escaped += text.slice(done, index) + entity
    done = index + 1
  }
  return done === 0 ? text : escaped + text.slice(done)
}

const lastSpecial = 0x3e
/** By code unit. */
const entities: Readonly<Record<number, string>> = {
  34: '&quot;',
  38: '&amp;',
  39: '&#39;',
  60: '&lt;',
  62: '&gt;',
}

/** Every unit of a forbidden character, and some that are not: pairs, private use, and what comes after them. */
const mayBeForbidden = (unit: number) =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d) ||
  (unit >= 0x7f && unit < 0xa0) ||
  unit >= 0xd800

/**
 * A value as JSON inside a `<script type="application/ld+json">`: no text in it can end the element, open a
 * comment, or break a line of JavaScript.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** `text` when it is an absolute http(s) URL, normalised; otherwise null. */
export function webUrl(text: string): string | null {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
