import type { PostId } from './ids'

/** Names that Windows reserves, and files that every site has at its root. */
const reserved = new Set(
  'con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 index'.split(
    ' ',
  ),
)
/** Leaves room for a suffix within the 143 bytes that the strictest file systems (eCryptfs) allow. */
const maxBytes = 100

const byteLength = (text: string) => new TextEncoder().encode(text).length

function cut(text: string): string {
  let result = text
  while (byteLength(result) > maxBytes) result = [...result].slice(0, -1).join('')
  return result.replace(/-+$/, '')
}

/**
 * The slug of a title: lower case, letters and digits of any script, words joined by hyphens, accents of
 * Latin letters dropped, at most 100 bytes. Falls back to `post` when nothing is left (an emoji alone).
 */
export function slugify(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const slug = cut(plain)
  if (slug === '') return 'post'
  return reserved.has(slug) ? `${slug}-post` : slug
}

/** Whether `text` can be a slug as it stands: exactly what `slugify` would leave of it. */
export function isSlug(text: string): boolean {
  return text !== '' && text === slugify(text)
}

/** `slug`, or `slug-2`, `slug-3`, … : the first that is not `taken`. */
export function uniqueSlug(slug: string, taken: (slug: string) => boolean): string {
  if (!taken(slug)) return slug
  for (let n = 2; ; n++) if (!taken(`${slug}-${n}`)) return `${slug}-${n}`
}

/**
 * The address under which a post appears when another post of the same slug was born before it. Two
 * machines can choose one slug while apart; the tail of the id makes the later one differ, the same on
 * every machine and in every order of merging.
 */
export function addressOf(slug: string, id: PostId, isFirst: boolean): string {
  return isFirst ? slug : `${slug}-${id.slice(-6)}`
}
