/** Characters that neither HTML nor XML 1.0 can hold: controls, noncharacters, halves of surrogate pairs. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Cs}/gu
const special = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Nearly every text: nothing in it that is special or forbidden. A test of it costs less than two searches. */
const plain = /^[\t\n\r !#-%(-;=?-~\u00a0-\u024f\u2010-\u2027\u2030-\u205e]*$/

/** Text without the characters that no format of the site can hold. */
export function storable(text: string): string {
  return plain.test(text) ? text : text.replace(forbidden, '')
}

/**
 * Text for HTML or XML, between tags or inside a quoted attribute. Both take the same five entities; what
 * neither may hold is left out. Null and undefined give nothing.
 */
export function escapeText(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  if (plain.test(text)) return text
  return text.replace(forbidden, '').replace(special, (character) => entities[character] ?? '')
}

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
