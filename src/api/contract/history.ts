import { oc } from '@orpc/contract'
import { z } from 'zod'
import { idSchema, postSummarySchema } from '../../document'

/** A version by its id, the present state, or what the site shows. */
const reference = z.union([z.literal('now'), z.literal('released'), z.uuid()])
const name = z.string().trim().min(1).max(200)
const byId = z.object({ id: idSchema })

const versionSchema = z.object({
  /** `now` for the present state, which comes first. */
  id: z.string(),
  /** When it was written, epoch ms. */
  at: z.number(),
  device: z.object({ id: z.string(), name: z.string(), isThis: z.boolean() }),
  /** `session`: what was there when a session of writing ended; `restore`: what was there before one. */
  kind: z.enum(['now', 'session', 'named', 'restore', 'release']),
  name: z.string().nullable(),
  words: z.number(),
})
export type PostVersion = z.infer<typeof versionSchema>

/** A post as it was or is. */
const stateSchema = z.object({
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  date: z.string(),
  cover: z.string().nullable(),
  language: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  series: z.string().nullable(),
})
export type PostState = z.infer<typeof stateSchema>

const partsSchema = z.array(z.object({ kind: z.enum(['same', 'inserted', 'removed']), text: z.string() }))

/** The past of a post. */
export const historyContract = {
  /** Every version, newest first, the present state before them. */
  list: oc.input(byId).output(z.array(versionSchema)),
  read: oc.input(byId.extend({ version: reference })).output(stateSchema),
  /** What changed between two states, in the text by words. */
  compare: oc.input(byId.extend({ from: reference, to: reference })).output(
    z.object({
      fields: z.array(
        z.object({
          name: z.enum(['slug', 'date', 'tags', 'cover', 'language', 'canonicalUrl', 'series']),
          from: z.string(),
          to: z.string(),
        }),
      ),
      title: partsSchema,
      summary: partsSchema,
      body: partsSchema,
    }),
  ),
  /** Makes the present state a version, with or without a name. */
  mark: oc.input(byId.extend({ name: name.optional() })).output(versionSchema),
  rename: oc.input(byId.extend({ version: z.uuid(), name: name.nullable() })).output(versionSchema),
  /** Makes the post read as it did, as an edit; `before` is what was there, to come back to. */
  restore: oc.input(byId.extend({ version: reference })).output(z.object({ before: versionSchema })),
}

/** The two faces of a published post. */
export const releasesContract = {
  /** Gives the post as it reads now to the site. */
  update: oc.input(byId).output(postSummarySchema),
  /** Makes it read as the site shows it; what was there is kept as a version. */
  discard: oc.input(byId).output(postSummarySchema),
}
