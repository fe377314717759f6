import { slugify, uniqueSlug } from '../document'

/** One tag of the site: spellings that differ only in case are one tag, shown as most posts write it. */
export interface SiteTag {
  readonly name: string
  readonly slug: string
  readonly count: number
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const keyOf = (tag: string) => tag.normalize('NFC').toLowerCase()

/** `C++` and `C#` are other words than `C`, and their addresses should say so. */
function tagSlug(name: string): string {
  if (!/[\p{L}\p{N}]/u.test(name)) return 'tag'
  return slugify(name.replace(/\+/g, ' plus ').replace(/(?<=\p{L})#/gu, ' sharp '))
}

/**
 * Gives each tag of the posts an address of its own, the same for the same posts whatever their order.
 * The result maps every spelling to its tag.
 */
export function addressTags(posts: Iterable<{ readonly tags: readonly string[] }>): Map<string, SiteTag> {
  const spellings = new Map<string, Map<string, number>>()
  for (const { tags } of posts) {
    const seen = new Set<string>()
    for (const tag of tags) {
      const key = keyOf(tag)
      const counts = spellings.get(key) ?? new Map<string, number>()
      // A post that has both spellings counts once.
      counts.set(tag, (counts.get(tag) ?? 0) + (seen.has(key) ? 0 : 1))
      seen.add(key)
      spellings.set(key, counts)
    }
  }
  const bySpelling = new Map<string, SiteTag>()
  const taken = new Set<string>()
  for (const [, counts] of [...spellings].sort(([a], [b]) => compare(a, b))) {
    const [best] = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b))
    if (best === undefined) continue
    const slug = uniqueSlug(tagSlug(best[0]), (other) => taken.has(other))
    taken.add(slug)
    const count = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const tag: SiteTag = { name: best[0], slug, count }
    for (const spelling of counts.keys()) bySpelling.set(spelling, tag)
  }
  return bySpelling
}
