import { slugify, uniqueSlug } from '../../document'

export interface SlugQuestion {
  readonly slug: string
  readonly oldTitle: string
  readonly newTitle: string
  readonly wasPublished: boolean
  /** Whether another post has this slug. */
  readonly isTaken: (slug: string) => boolean
}

/**
 * The slug that goes with a new title. While a post has never been published and its slug still is the one
 * of its title (with the number that made it unique, or not), the slug follows; from then on it stays, since
 * somebody chose it or may have linked to it.
 */
export function slugAfterRename(question: SlugQuestion): string {
  const { slug, oldTitle, newTitle, wasPublished, isTaken } = question
  if (wasPublished || !isSlugOf(oldTitle, slug)) return slug
  // Keeps its number rather than taking another: only a title that makes another slug changes it.
  if (isSlugOf(newTitle, slug) && (slug === slugify(newTitle) || isTaken(slugify(newTitle)))) return slug
  return uniqueSlug(slugify(newTitle), isTaken)
}

function isSlugOf(title: string, slug: string): boolean {
  const plain = slugify(title)
  return slug === plain || (slug.startsWith(`${plain}-`) && /^\d+$/.test(slug.slice(plain.length + 1)))
}
