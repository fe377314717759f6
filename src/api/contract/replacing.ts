import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema } from '../../document'

const count = z.number().int().min(0)
const field = z.enum(['title', 'summary', 'body'])

const patternSchema = z.object({
  find: z.string().min(1).max(1000),
  replace: z.string().max(10_000),
  matchesCase: z.boolean(),
  wholeWords: z.boolean(),
  isRegExp: z.boolean(),
})

const matchSchema = z.object({
  field,
  from: count,
  to: count,
  /** Of the field, from 1. */
  line: count,
  /** What stands before and after it in its line. */
  before: z.string(),
  text: z.string(),
  after: z.string(),
  replacement: z.string(),
})

const postMatchesSchema = z.object({
  id: idSchema,
  title: z.string(),
  kind: z.enum(['post', 'page']),
  isPublished: z.boolean(),
  matches: z.array(matchSchema),
})
export type PostMatches = z.infer<typeof postMatchesSchema>

/** Finding and replacing in all posts outside the trash. */
export const replacingContract = {
  /** The first `limit` matches, and how many there are. `bad-input` for what is no regular expression, or too slow a one. */
  find: oc
    .input(z.object({ pattern: patternSchema, limit: z.number().int().min(1).max(5000) }))
    .output(z.object({ posts: z.array(postMatchesSchema), total: count })),
  /**
   * Replaces matches as `find` gave them, all or none but for those that say something else by now (`skipped`).
   * What each post said before is a version of it; `undo` goes to `undo`.
   */
  replace: oc
    .input(
      z.object({
        posts: z
          .array(
            z.object({
              id: idSchema,
              matches: z
                .array(z.object({ field, from: count, text: z.string().min(1), replacement: z.string() }))
                .max(5000),
            }),
          )
          .max(5000),
      }),
    )
    .output(z.object({ posts: count, replaced: count, skipped: count, undo: z.string() })),
  /** Takes them back; what somebody changed in the meantime stays. */
  undo: oc.input(z.object({ undo: z.string() })).output(z.object({ replaced: count, skipped: count })),
}
