import type { PostId } from '../../document'

/** Which posts of the list are marked, for what is done with many at once. */
export type Marks =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly ids: ReadonlySet<PostId> }
  /** Every post of the list, whether it has been on screen or not. */
  | { readonly kind: 'all' }

export const noMarks: Marks = { kind: 'none' }

export function isMarked(marks: Marks, id: PostId): boolean {
  return marks.kind === 'all' || (marks.kind === 'some' && marks.ids.has(id))
}

/**
 * How many are marked. One alone is not marked but open: there is nothing to be done with it that the desk
 * doesn't offer.
 */
export function countMarks(marks: Marks, total: number): number {
  const count = marks.kind === 'all' ? total : marks.kind === 'some' ? marks.ids.size : 0
  return count > 1 ? count : 0
}

export function markSome(ids: Iterable<PostId>): Marks {
  const set = new Set(ids)
  return set.size > 0 ? { kind: 'some', ids: set } : noMarks
}

/** Marks or unmarks one. The first one marked joins the post that is open, as `open`. */
export function toggleMark(marks: Marks, id: PostId, open: PostId | undefined): Marks {
  const ids = new Set(marks.kind === 'some' ? marks.ids : open === undefined ? [] : [open])
  if (marks.kind === 'some' && ids.has(id)) ids.delete(id)
  else ids.add(id)
  return markSome(ids)
}
