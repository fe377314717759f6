import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema } from '../../document'

/** Something about the site that a writer may want to put right. */
const findingSchema = z.object({
  /** What kind of thing it is (`dead-link`); stable, for scripts and for grouping. */
  code: z.string(),
  /** An `error` is broken for readers; a `warning` makes the site worse; a `note` is a choice to look at. */
  severity: z.enum(['error', 'warning', 'note']),
  /** The post or page that it is in; left out when it is about the whole site. */
  post: z.object({ id: idSchema, slug: z.string(), title: z.string() }).optional(),
  /** Where in the Markdown source, from 1; left out when it is no place in the text. */
  line: z.number().optional(),
  /** What is wrong, in a sentence. */
  message: z.string(),
  /** What to do about it, in a sentence. */
  fix: z.string(),
})
export type SiteFinding = z.infer<typeof findingSchema>

/** Checks of the site before it is exported; part of `site`. */
export const checksContract = {
  /** Checks everything that is on the site, as it was released: the worst first, then post by post. */
  check: oc.input(z.object({})).output(z.object({ findings: z.array(findingSchema), ms: z.number() })),
  /** Checks one post, released or not, as it reads now. In the order of its text. */
  checkPost: oc.input(z.object({ id: idSchema })).output(z.object({ findings: z.array(findingSchema) })),
}
