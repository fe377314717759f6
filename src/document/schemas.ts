import { z } from 'zod'
import { isSlug } from './address'
import { isDate } from './dates'
import type { PostId } from './ids'

/** The id of a post at a border. */
export const idSchema = z.uuid({ version: 'v7' }).transform((id) => id as PostId)

/** `draft` is private; `published` is on the site. */
export const statusSchema = z.enum(['draft', 'published'])
export type PostStatus = z.infer<typeof statusSchema>

/** A `page` stands beside the posts: in no list, feed or tag, at an address of its own. */
export const kindSchema = z.enum(['post', 'page'])
export type PostKind = z.infer<typeof kindSchema>

const slugSchema = z.string().refine(isSlug, {
  message: 'A slug has lower-case letters, digits and single hyphens, and at most 100 bytes.',
})
const dateSchema = z.string().refine(isDate, {
  message: 'A date looks like 2026-11-24 or 2026-11-24T09:30:00+01:00.',
})
const tagSchema = z.string().trim().min(1).max(100)

/** The fields of a post that a form or a command may set; one left out stays as it is. */
export const postFieldsSchema = z.object({
  title: z.string().max(1000).optional(),
  summary: z.string().max(10_000).optional(),
  slug: slugSchema.optional(),
  date: dateSchema.optional(),
  status: statusSchema.optional(),
  tags: z.array(tagSchema).max(100).optional(),
  cover: z.string().max(2000).nullable().optional(),
  language: z.string().max(35).nullable().optional(),
  canonicalUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  kind: kindSchema.optional(),
  /** The name of the series that the post is a part of. */
  series: z.string().trim().min(1).max(200).nullable().optional(),
})

/** A post as lists show it: everything but its text. */
export const postSummarySchema = z.object({
  id: z.string().transform((id) => id as PostId),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  date: z.string(),
  status: statusSchema,
  tags: z.array(z.string()),
  words: z.number(),
  cover: z.string().nullable(),
  language: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  kind: kindSchema,
  series: z.string().nullable(),
  /** When it was released to the site last, epoch ms; null for a draft. */
  releasedAt: z.number().nullable(),
  /** Whether it reads otherwise than the site shows it. */
  hasChanges: z.boolean(),
  /** When it was last edited, epoch ms. */
  editedAt: z.number(),
  /** When it was put into the trash, epoch ms; null when it isn't there. */
  trashedAt: z.number().nullable(),
})
export type PostSummary = z.infer<typeof postSummarySchema>

/** A post with its Markdown source. */
export const postSchema = postSummarySchema.extend({ body: z.string() })
export type Post = z.infer<typeof postSchema>

/** A post found by a search; `snippet` marks the words found by U+E000 before and U+E001 after each. */
export const searchHitSchema = postSummarySchema.extend({ snippet: z.string() })
export type SearchHit = z.infer<typeof searchHitSchema>

/** Settings of the site. `baseUrl` is where it will live, with or without a path, without a query. */
export const siteSettingsSchema = z.object({
  title: z.string().max(300),
  tagline: z.string().max(1000),
  baseUrl: z.union([
    z.literal(''),
    z
      .url({ protocol: /^https?$/, error: 'A web address looks like https://example.org/blog/.' })
      .refine((url) => !/[?#]/.test(url), { message: 'The base URL has no query.' }),
  ]),
  author: z.string().max(300),
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'A language looks like en or pt-BR.'),
})
