import { type PostContent, type PostSummary, sortTime } from '../../document'

/** The order of lists: newest date first, then newest birth. */
function comparePosts(a: PostSummary, b: PostSummary): number {
  return sortTime(b.date) - sortTime(a.date) || (a.id < b.id ? 1 : -1)
}

/**
 * A list with one post as it is now: changed in its place, moved, added or, when it doesn't belong there any
 * more, left out. Returns the same list when nothing changed that it shows.
 */
export function withPost(
  list: readonly PostSummary[],
  post: PostSummary,
  belongs: boolean,
): readonly PostSummary[] {
  const index = list.findIndex(({ id }) => id === post.id)
  const old = list[index]
  if (old === undefined && !belongs) return list
  if (old !== undefined && belongs && old.date === post.date) {
    return showsTheSame(old, post) ? list : list.map((other, at) => (at === index ? post : other))
  }
  const others = old === undefined ? list : list.filter(({ id }) => id !== post.id)
  if (!belongs) return others
  const place = others.findIndex((other) => comparePosts(post, other) < 0)
  return place === -1 ? [...others, post] : [...others.slice(0, place), post, ...others.slice(place)]
}

/**
 * Whether two summaries show the same. The number of words and the time of the last edit, which no list
 * shows, change with every letter: were they compared, the lists would be drawn again while one types.
 */
function showsTheSame(a: PostSummary, b: PostSummary): boolean {
  const still = { words: 0, editedAt: 0 }
  return JSON.stringify({ ...a, ...still }) === JSON.stringify({ ...b, ...still })
}

/** Whether a list shows a post as its document has it. */
export function showsFieldsOf(post: PostSummary, content: Omit<PostContent, 'body' | 'release'>): boolean {
  const { title, summary, slug, date, status, tags, cover, language, canonicalUrl, trashedAt } = content
  const fields = {
    title,
    summary,
    slug,
    date,
    status,
    tags: [...tags],
    cover,
    language,
    canonicalUrl,
    trashedAt,
  }
  return showsTheSame(post, { ...post, ...fields })
}
