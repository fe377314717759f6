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
  /** What the cover shows, in words. Said with a whole post and with those on the site; lists leave it out. */
  coverAlt: z.string().optional(),
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

const menuEntrySchema = z.object({ label: z.string().min(1).max(100), link: z.string().min(1).max(2000) })
const permalink = z
  .string()
  .max(200)
  .regex(
    /^(\/([a-z0-9-]+|\{(slug|year|month|day)\}))*\/\{slug\}\/?$/,
    'A permalink looks like /posts/{slug}/ or /{year}/{month}/{slug}/ and ends with {slug}.',
  )
const webAddress = z.url({ protocol: /^https?$/, error: 'A web address looks like https://example.org/.' })

/**
 * Settings of the site. `baseUrl` is where it will live, with or without a path, without a query; `''` is
 * “not said” for every text. What a theme can be set to is the theme's own business (`theme.yaml`); values
 * are kept as texts, by name, and one that the theme doesn't know has no effect.
 */
export const siteSettingsSchema = z.object({
  title: z.string().max(300),
  tagline: z.string().max(1000),
  baseUrl: z.union([
    z.literal(''),
    z
      .url({ protocol: /^https?$/, error: 'A web address looks like https://example.org/blog/.' })
      .refine((url) => !/[?#]/.test(url), { message: 'The base URL has no query.' })
      // They would end a line in what hosts are told.
      .refine((url) => !/%([01][0-9a-f]|7f)/i.test(url), { message: 'The base URL has no line ends in it.' }),
  ]),
  author: z.string().max(300),
  language: z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'A language looks like en or pt-BR.'),
  /** The name of the theme's folder: one that ships, or one in the library's `themes/`. */
  theme: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'A theme is named by its folder: a-z, 0-9 and hyphens.'),
  themeSettings: z.record(z.string().regex(/^[a-zA-Z][\w-]{0,62}$/), z.string().max(500)),
  /** The path of an asset (`media/…`). */
  logo: z.string().max(300),
  /** Links at the top of every page; when empty, the site's pages, tags and archive. */
  menu: z.array(menuEntrySchema).max(20),
  /** A line at the foot of every page. */
  footer: z.string().max(1000),
  /** Where else the author is to be found (`rel=me`). */
  social: z.array(z.object({ name: z.string().min(1).max(100), url: webAddress })).max(20),
  /** `@name@host`, for `fediverse:creator`. */
  fediverse: z
    .string()
    .regex(/^(@[\w.-]+@[\w-]+(\.[\w-]+)+)?$/, 'A fediverse name looks like @name@example.social.'),
  /** Where a post is: `/posts/{slug}/`, with `{year}`, `{month}` and `{day}` as well. */
  permalink,
  /** The permalinks that the site has been exported with, this one among them: what stood there leads on. */
  formerPermalinks: z.array(permalink).max(10),
  /** `slash`: `/posts/a/` (a folder with an index); `none`: `/posts/a` (the file `posts/a.html`). */
  addresses: z.enum(['slash', 'none']),
  /** What robots.txt says to crawlers that gather text for language models. */
  aiCrawlers: z.enum(['allow', 'deny']),
  /** For security.txt, which needs both: `mailto:…` or `https://…`, and the day it ends (`2027-12-31`). */
  securityContact: z
    .string()
    .max(300)
    .regex(/^((mailto:|https:\/\/)\S+)?$/, 'A contact is a mailto: or https: address.'),
  securityExpires: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'A day looks like 2027-12-31.'),
  /** A page to search the site with. */
  search: z.boolean(),
  /** Feeds for each tag, beside those of the site. */
  tagFeeds: z.boolean(),
  /** Pictures in several widths and formats. */
  images: z.boolean(),
  /** A picture for each post that others show beside a link to it. */
  socialImages: z.boolean(),
  /** How many posts are named below one as related to it. */
  related: z.number().int().min(0).max(6),
})

/** What a site is born with. */
export const siteDefaults: z.infer<typeof siteSettingsSchema> = {
  title: 'My blog',
  tagline: '',
  baseUrl: '',
  author: '',
  language: 'en',
  theme: 'broadsheet',
  themeSettings: {},
  logo: '',
  menu: [],
  footer: '',
  social: [],
  fediverse: '',
  permalink: '/posts/{slug}/',
  formerPermalinks: [],
  addresses: 'slash',
  aiCrawlers: 'allow',
  securityContact: '',
  securityExpires: '',
  search: true,
  tagFeeds: true,
  images: true,
  socialImages: true,
  related: 3,
}
