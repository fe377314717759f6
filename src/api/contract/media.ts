import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema } from '../../document'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected')
/** As Markdown names an original: `media/diagram-3f2a91bc04de.png`. */
const path = z.string().min(1).max(300)

const mediaFilterSchema = z.enum(['all', 'unused', 'missing-alt'])
export type MediaFilter = z.infer<typeof mediaFilterSchema>

const mediaUseSchema = z.object({
  id: idSchema,
  title: z.string(),
  /** How many of its images in this post have no alternative text. */
  missingAlt: z.number(),
  isTrashed: z.boolean(),
})
export type MediaUse = z.infer<typeof mediaUseSchema>

const mediaItemSchema = z.object({
  path,
  type: z.string(),
  /** bytes */
  size: z.number(),
  /** pixels; null when it isn't an image that can be measured */
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** epoch ms */
  addedAt: z.number(),
  /** Posts that refer to it, in their working text or as released, in the trash or not; last edited first. */
  uses: z.array(mediaUseSchema),
})
export type MediaItem = z.infer<typeof mediaItemSchema>

/** The originals of the library and where they are used. */
export const mediaContract = {
  /** Newest first. `query` matches names; `total` and `counts` are of what matches it, on every page. */
  list: oc
    .input(
      z.object({
        filter: mediaFilterSchema,
        query: z.string().max(200).optional(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        counts: z.object({ all: z.number(), unused: z.number(), 'missing-alt': z.number() }),
        items: z.array(mediaItemSchema),
      }),
    ),
  /**
   * Adds a file and puts it in the place of another in the working text and cover of every post, all at once;
   * each post keeps a version of what it was. `posts` is how many were changed.
   */
  replace: oc
    .input(z.object({ path, name: z.string().min(1).max(255), bytes }))
    .output(z.object({ path, posts: z.number() })),
  /**
   * Takes originals out of the library's lists; one that a post uses stays. The file itself is kept, so that
   * earlier versions of posts still show it, and it is back when a post refers to it or it is added again.
   */
  remove: oc.input(z.object({ paths: z.array(path).max(1000) })).output(z.object({ removed: z.number() })),
  /** Brings removed originals back. */
  restore: oc.input(z.object({ paths: z.array(path).max(1000) })).output(z.object({ restored: z.number() })),
}
