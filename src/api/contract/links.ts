import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, postSummarySchema } from '../../document'

/** The words around a link, without marks; `line` is of the source, from 1. */
const placeSchema = z.object({ line: z.number(), text: z.string() })
const backlinkSchema = postSummarySchema.extend({ places: z.array(placeSchema) })
export type Backlink = z.infer<typeof backlinkSchema>

/** How posts link to each other; part of `posts`. */
export const linksContract = {
  /** Posts outside the trash whose text links to this one, last edited first. `total` counts those left out as well. */
  backlinks: oc
    .input(z.object({ id: idSchema }))
    .output(z.object({ total: z.number(), posts: z.array(backlinkSchema) })),
}
