import * as crypto from 'node:crypto'

/** Something that was remembered is not what was written. Whatever is remembered can be made anew. */
export class CacheDamage extends Error {
  override readonly name = 'CacheDamage'
}

/** Characters of a seal. */
const sealLength = 22

/** Electron's older Node has no `hash`, which takes half the time. */
export const sha256: (text: string) => string =
  'hash' in crypto
    ? (text) => crypto.hash('sha256', text, 'base64')
    : (text) => crypto.createHash('sha256').update(text).digest('base64')

/** A text that tells later whether it is still what was written for this key. */
export function seal(key: string, text: string): string {
  return sha256(`${key}\n${text}`).slice(0, sealLength) + text
}

/** The text of a sealed one. Throws `CacheDamage`. */
export function unseal(key: string, sealed: unknown): string {
  // SQLite gives what a damaged row says it is: a number, bytes, nothing.
  if (typeof sealed !== 'string') throw new CacheDamage('what was remembered is no text any more')
  const text = sealed.slice(sealLength)
  if (seal(key, text) !== sealed) throw new CacheDamage('what was remembered is damaged')
  return text
}
