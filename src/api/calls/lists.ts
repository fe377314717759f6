import type { BatchResult } from '../../library'
import type { House, Implementer } from './house'

/** Lists in parts, changes to many posts, tags, filters, the trash. */
export function listCalls(os: Implementer, { library, finder }: House) {
  const { lists, batch, tagging, filters, trash } = library
  return {
    lists: {
      page: os.posts.page.handler(({ input: { offset, limit, ...request } }) =>
        lists.page(request, offset, limit),
      ),
      position: os.posts.position.handler(({ input: { id, ...request } }) => ({
        index: lists.position(request, id),
      })),
      quickOpen: os.posts.quickOpen.handler(({ input: { query, limit }, signal }) =>
        finder.quickOpen(query, limit, signal),
      ),
      counts: os.posts.counts.handler(() => lists.counts()),
      bulk: os.posts.bulk.handler(({ input: { ids, change } }) => copy(batch.change(ids, change))),
      undoBulk: os.posts.undoBulk.handler(({ input }) => ({ changed: batch.undo(input.undo).changed })),
    },
    tags: {
      list: os.tags.list.handler(() => tagging.list()),
      rename: os.tags.rename.handler(({ input: { from, to } }) => copy(tagging.rename(from, to))),
      remove: os.tags.remove.handler(({ input }) => copy(tagging.remove(input.name))),
      describe: os.tags.describe.handler(({ input: { name, description } }) => {
        tagging.describe(name, description)
        return { name, description: tagging.descriptions()[name] ?? '' }
      }),
    },
    filters: {
      list: os.filters.list.handler(() => filters.list()),
      save: os.filters.save.handler(({ input }) => filters.save(input)),
      remove: os.filters.remove.handler(({ input }) => {
        filters.remove(input.id)
        return {}
      }),
    },
    trash: {
      empty: os.trash.empty.handler(() => ({ removed: trash.empty() })),
    },
  }
}

const copy = ({ changed, undo }: BatchResult) => ({
  changed,
  undo: undo.map(({ id, after, ...values }) => ({
    id,
    ...copyTags(values),
    ...(after === undefined ? {} : { after: copyTags(after) }),
  })),
})

function copyTags<Values extends { readonly tags?: readonly string[] | undefined }>({
  tags,
  ...values
}: Values) {
  return { ...values, ...(tags === undefined ? {} : { tags: [...tags] }) }
}
