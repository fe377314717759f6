import { slugify } from '../../document'

export interface SlugQuestion {
  readonly slug: string
  readonly oldTitle: string
  readonly newTitle: string
  readonly wasPublished: boolean
  /** Whether another post has this slug; asks the library. */
  readonly isTaken: (slug: string) => Promise<boolean>
}

/**
 * The slug that goes with a new title. While a post has never been published and its slug still is the one
 * of its title (with the number that made it unique, or not), the slug follows; from then on it stays, since
 * somebody chose it or may have linked to it.
 */
export async function slugAfterRename(question: SlugQuestion): Promise<string> {
  const { slug, oldTitle, newTitle, wasPublished, isTaken } = question
  if (wasPublished || !isSlugOf(oldTitle, slug)) return slug
  // Keeps its number rather than taking another: only a title that makes another slug changes it.
  const plain = slugify(newTitle)
  if (slug === plain) return slug
  const isPlainTaken = await isTaken(plain)
  if (isPlainTaken && isSlugOf(newTitle, slug)) return slug
  if (!isPlainTaken) return plain
  for (let number = 2; number <= mostTried; number++) {
    if (!(await isTaken(`${plain}-${number}`))) return `${plain}-${number}`
  }
  // Beyond, the library gives the address its own tail.
  return plain
}

/** Numbers are tried this far, one question each. */
const mostTried = 50

function isSlugOf(title: string, slug: string): boolean {
  const plain = slugify(title)
  return slug === plain || (slug.startsWith(`${plain}-`) && /^\d+$/.test(slug.slice(plain.length + 1)))
}
