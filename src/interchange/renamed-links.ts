import { findPostReferences } from '../library'

/**
 * Slugs whose links the library has changed since a file came in, each with the one before. The file's links are
 * resolved to the new ones as well, and merging two edits that both put the same slug there would write it twice.
 * @param said the text when the file last came in
 * @param written the text of the post now
 * @param says what the file says now
 */
export function renamedLinks(said: string, written: string, says: string): ReadonlyMap<string, string> {
  const [before, now, after] = [said, written, says].map(slugsIn)
  const gone = [...(before ?? [])].filter((slug) => !now?.has(slug) && !after?.has(slug))
  const come = [...(after ?? [])].filter((slug) => !before?.has(slug) && now?.has(slug))
  // Both are in the order in which the texts name them; a file that was changed so much that they aren't says anew.
  return gone.length === come.length
    ? new Map(come.map((slug, index) => [slug, gone[index] ?? slug]))
    : new Map()
}

/** A text in which links to some slugs lead to others. */
export function withLinks(text: string, slugs: ReadonlyMap<string, string>): string {
  let changed = text
  for (const { slug, from, to } of findPostReferences(text).reverse())
    changed = changed.slice(0, from) + (slugs.get(slug) ?? text.slice(from, to)) + changed.slice(to)
  return changed
}

/** In the order in which they first stand there. */
const slugsIn = (text: string) => new Set(findPostReferences(text).map(({ slug }) => slug))
