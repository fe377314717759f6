import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, postFieldsSchema, postSummarySchema, statusSchema } from '../../document'

/** The most posts that a list gives at once. */
const maxAtOnce = 500

/** Which posts a list shows and in which order; all but `trash` are about posts and pages outside the trash. */
const requestSchema = z.object({
  view: z.enum(['all', 'draft', 'published', 'changed', 'page', 'trash']),
  tag: z.string().optional(),
  series: z.string().optional(),
  /** In the language of the search. */
  query: z.string().max(1000).optional(),
  sort: z.object({ by: z.enum(['date', 'edited', 'title', 'words']), descending: z.boolean() }),
})
const count = z.number().int().min(0)

const valuesSchema = z.object({
  tags: postFieldsSchema.shape.tags,
  status: statusSchema.optional(),
  date: postFieldsSchema.shape.date,
  trashedAt: z.number().nullable().optional(),
})
const undoSchema = valuesSchema.extend({ id: idSchema, after: valuesSchema.optional() })
const resultSchema = z.object({ changed: count, undo: z.array(undoSchema) })

const tag = z.string().trim().min(1).max(100)
const filterSchema = z.object({ id: z.string(), name: z.string(), query: z.string() })

/** Lists of posts in parts, and changes to many posts at once. */
export const listsContract = {
  page: oc
    .input(requestSchema.extend({ offset: count, limit: z.number().int().min(1).max(maxAtOnce) }))
    .output(z.object({ total: count, posts: z.array(postSummarySchema) })),
  /** Where a post stands in a list, from 0; -1 when it isn't in it. */
  position: oc.input(requestSchema.extend({ id: idSchema })).output(z.object({ index: z.number().int() })),
  /** Posts whose title has the letters typed in order; `marks` are the stretches found, `[from, to)`. */
  quickOpen: oc
    .input(z.object({ query: z.string().max(200), limit: z.number().int().min(1).max(200) }))
    .output(z.array(postSummarySchema.extend({ marks: z.array(z.tuple([count, count])) }))),
  counts: oc.output(
    z.object({ all: count, draft: count, published: count, changed: count, page: count, trash: count }),
  ),
  /** Changes many posts, all or none; `undo` goes to `undoBulk`. */
  bulk: oc
    .input(
      z.object({
        ids: z.array(idSchema).max(100_000),
        change: z.object({
          addTags: z.array(tag).max(100).optional(),
          removeTags: z.array(tag).max(100).optional(),
          status: statusSchema.optional(),
          date: postFieldsSchema.shape.date,
          trashed: z.boolean().optional(),
        }),
      }),
    )
    .output(resultSchema),
  undoBulk: oc
    .input(z.object({ undo: z.array(undoSchema).max(100_000) }))
    .output(z.object({ changed: count })),
}

export const tagsContract = {
  list: oc.output(z.array(z.object({ name: z.string(), count, description: z.string() }))),
  /** Renames a tag in every post; a name that is another tag's makes one of the two. */
  rename: oc.input(z.object({ from: z.string(), to: tag })).output(resultSchema),
  remove: oc.input(z.object({ name: z.string() })).output(resultSchema),
  describe: oc
    .input(z.object({ name: z.string(), description: z.string().max(2000) }))
    .output(z.object({ name: z.string(), description: z.string() })),
}

export const filtersContract = {
  list: oc.output(z.array(filterSchema)),
  save: oc
    .input(
      z.object({
        id: z.string().optional(),
        name: z.string().trim().min(1).max(200),
        query: z.string().trim().min(1).max(1000),
      }),
    )
    .output(filterSchema),
  remove: oc.input(z.object({ id: z.string() })).output(z.object({})),
}

export const trashContract = {
  /** Deletes everything in the trash for good. */
  empty: oc.output(z.object({ removed: count })),
}
