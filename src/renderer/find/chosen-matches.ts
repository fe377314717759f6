import type { PostMatches } from '../../api/contract'

type Match = PostMatches['matches'][number]

/** Tells a match from all others of a search. */
export const keyOf = (post: string, { field, from }: Pick<Match, 'field' | 'from'>) =>
  `${post} ${field} ${from}`

/** What of a search is to be replaced: everything but what was left out. */
export function chosenOf(posts: readonly PostMatches[], left: ReadonlySet<string>) {
  return posts.flatMap(({ id, matches }) => {
    const chosen = matches.filter((match) => !left.has(keyOf(id, match)))
    return chosen.length === 0
      ? []
      : [
          {
            id,
            matches: chosen.map(({ field, from, text, replacement }) => ({ field, from, text, replacement })),
          },
        ]
  })
}

/** Takes matches in (or leaves them out) and keeps what was said of the others. */
export function choose(
  left: ReadonlySet<string>,
  posts: readonly Pick<PostMatches, 'id' | 'matches'>[],
  isChosen: boolean,
): ReadonlySet<string> {
  const next = new Set(left)
  for (const { id, matches } of posts) {
    for (const match of matches) {
      if (isChosen) next.delete(keyOf(id, match))
      else next.add(keyOf(id, match))
    }
  }
  return next
}
