import type { House, Implementer } from './house'

/** Finding and replacing in all posts. */
export function replacingCalls(os: Implementer, { library, finder }: House) {
  return {
    replacing: {
      find: os.replacing.find.handler(async ({ input: { pattern, limit }, signal }) => {
        const { posts, total } = await finder.matches(pattern, limit, signal)
        return { total, posts: posts.map((post) => ({ ...post, matches: [...post.matches] })) }
      }),
      replace: os.replacing.replace.handler(({ input }) => library.replacing.replace(input.posts)),
      undo: os.replacing.undo.handler(({ input }) => library.replacing.undo(input.undo)),
    },
  }
}
