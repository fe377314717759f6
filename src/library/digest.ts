import { createHash } from 'node:crypto'
import { faceOf, type PostContent, type PostFace } from '../document'

/** A digest (SHA-256, hex) of what a face says: equal faces have equal ones, whatever order they were read in. */
export function digestOf(face: PostFace): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(face)))
    .digest('hex')
}

/** Whether a post reads, or stands, otherwise than it was released; never for one that wasn't. */
export function readsOtherwise(post: PostContent): boolean {
  const { release, slug } = post
  return release !== null && ((release.slug ?? slug) !== slug || digestOf(faceOf(post)) !== release.digest)
}

/** The same value with the keys of every object in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
