import { LonghandError, type Post } from '../../document'
import type { House, Implementer } from './house'

/** Posts and tags, as lists and forms need them. */
export function postCalls(os: Implementer, { library, finder }: House) {
  const find = (name: string): Post => {
    const post = library.post(name)
    if (post === undefined)
      throw new LonghandError('not-found', `There is no post “${name}” in this library.`)
    return post
  }
  return {
    posts: {
      list: os.posts.list.handler(({ input }) => library.posts(input)),
      search: os.posts.search.handler(({ input: { query, limit = 50 }, signal }) =>
        finder.search(query, limit, signal),
      ),
      get: os.posts.get.handler(({ input }) => find(input.id)),
      find: os.posts.find.handler(({ input }) => find(input.name)),
      create: os.posts.create.handler(({ input: { body, ...fields } }) =>
        library.createPost(body === undefined ? fields : { ...fields, body }),
      ),
      set: os.posts.set.handler(({ input }) => library.setPost(input.id, input.fields)),
      edit: os.posts.edit.handler(({ input }) =>
        library.transaction(() => {
          // A text that comes all at once may replace much: what was there is kept.
          library.history.keep(input.id)
          return library.setBody(input.id, input.body)
        }),
      ),
      trash: os.posts.trash.handler(({ input }) => library.trashPost(input.id)),
      restore: os.posts.restore.handler(({ input }) => library.restorePost(input.id)),
      backlinks: os.posts.backlinks.handler(({ input }) => {
        const { total, posts } = library.links.to(input.id)
        return { total, posts: posts.map((post) => ({ ...post, places: [...post.places] })) }
      }),
    },
  }
}
