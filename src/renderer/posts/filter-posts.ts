import type { PostSummary } from '../../document'
import type { Place } from '../app/workspace'

/** The posts of a place. `live` are those outside the trash. */
export function postsOf(
  place: Place,
  live: readonly PostSummary[],
  trashed: readonly PostSummary[],
): readonly PostSummary[] {
  switch (place.kind) {
    case 'all':
      return live
    case 'trash':
      return trashed
    case 'tag':
      return live.filter(({ tags }) => tags.includes(place.tag))
    default:
      return live.filter(({ status }) => status === place.kind)
  }
}

export interface Counts {
  readonly all: number
  readonly draft: number
  readonly published: number
  /** By name, in reading order. */
  readonly tags: readonly { readonly name: string; readonly count: number }[]
}

/** How many posts each place holds. */
export function countPosts(live: readonly PostSummary[]): Counts {
  const tags = new Map<string, number>()
  let draft = 0
  for (const post of live) {
    if (post.status === 'draft') draft++
    for (const tag of post.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1)
  }
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  return {
    all: live.length,
    draft,
    published: live.length - draft,
    tags: [...tags]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => collator.compare(a.name, b.name)),
  }
}

/** The trash is searched by title and summary alone: the library's index leaves trashed posts out. */
export function searchTitles(posts: readonly PostSummary[], query: string): readonly PostSummary[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return posts.filter(({ title, summary }) => {
    const text = `${title}\n${summary}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
