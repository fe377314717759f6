import * as Y from 'yjs'
import type { z } from 'zod'
import { isSlug, slugify } from './address'
import { isDate } from './dates'
import { type Release, readRelease } from './face'
import type { PostId } from './ids'
import { kindSchema, type PostKind, type PostStatus, type postFieldsSchema, statusSchema } from './schemas'
import { replaceText } from './text'

export type PostFields = z.infer<typeof postFieldsSchema>

/** Everything that a post's document says. */
export interface PostContent {
  readonly title: string
  readonly summary: string
  /** The Markdown source. */
  readonly body: string
  /** The slug that the writer chose; the library gives the address that is unique. */
  readonly slug: string
  readonly date: string
  readonly status: PostStatus
  readonly tags: readonly string[]
  readonly cover: string | null
  readonly language: string | null
  readonly canonicalUrl: string | null
  /** epoch ms */
  readonly createdAt: number
  /** epoch ms; null when the post is not in the trash */
  readonly trashedAt: number | null
  /** Whether it has ever been published: from then on its slug no longer follows its title. */
  readonly wasPublished: boolean
  readonly kind: PostKind
  readonly series: string | null
  /** What the site shows; null for a draft, and for a post that was published before releases were kept. */
  readonly release: Release | null
  /** Front matter that Longhand has no use for, by name, as it came in with an import. */
  readonly extra: Readonly<Record<string, unknown>>
}

/** The last moment that a date can name, epoch ms (ECMAScript, “Time Values and Time Range”). */
const latestTime = 8.64e15

/** An empty document ready to take updates. Garbage collection is off, so that its history stays whole. */
export function openDocument(id: string): Y.Doc {
  return new Y.Doc({ guid: id, gc: false })
}

/**
 * The birth of a post. Happens once per id, on one machine; afterwards a document only takes updates.
 * @param at the moment of birth, epoch ms
 */
export function createPostDocument(
  id: PostId,
  at: number,
  content: PostFields & { body?: string; extra?: Record<string, unknown> },
): Y.Doc {
  const doc = openDocument(id)
  doc.transact(() => {
    const meta = doc.getMap('meta')
    meta.set('kind', 'post')
    meta.set('createdAt', at)
    meta.set('status', 'draft')
    meta.set('date', new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'))
    meta.set('slug', slugify(content.title ?? ''))
    writePost(doc, content)
    if (content.body) doc.getText('body').insert(0, content.body)
    const extra = doc.getMap('extra')
    for (const [name, value] of Object.entries(content.extra ?? {})) extra.set(name, value)
  })
  return doc
}

/** What the document says. Never throws: a field of the wrong shape reads as if it were absent. */
export function readPost(doc: Y.Doc): PostContent {
  const meta = doc.getMap('meta')
  const text = (name: string) => {
    const value = meta.get(name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const time = (name: string) => {
    const value = meta.get(name)
    return typeof value === 'number' && Math.abs(value) <= latestTime ? value : null
  }
  const createdAt = time('createdAt') ?? 0
  const slug = text('slug')
  const date = text('date')
  const title = doc.getText('title').toString()
  return {
    title,
    summary: doc.getText('summary').toString(),
    body: doc.getText('body').toString(),
    slug: slug !== null && isSlug(slug) ? slug : slugify(title),
    date: date !== null && isDate(date) ? date : new Date(createdAt).toISOString(),
    status: statusSchema.catch('draft').parse(meta.get('status')),
    tags: [...doc.getMap('tags').keys()].sort(),
    cover: text('cover'),
    language: text('language'),
    canonicalUrl: text('canonicalUrl'),
    createdAt,
    trashedAt: time('trashedAt'),
    wasPublished: meta.get('wasPublished') === true,
    kind: kindSchema.catch('post').parse(meta.get('kind')),
    series: text('series'),
    release: readRelease(doc),
    extra: doc.getMap('extra').toJSON(),
  }
}

/**
 * Sets the fields given, in one transaction; equal values write nothing. Title and summary are texts and
 * take the difference; null clears a register. Call `setTags` for tags alone.
 * @param doc a post's document
 */
export function writePost(doc: Y.Doc, fields: PostFields & { trashedAt?: number | null }): void {
  const meta = doc.getMap('meta')
  doc.transact(() => {
    if (fields.title !== undefined) replaceText(doc.getText('title'), fields.title)
    if (fields.summary !== undefined) replaceText(doc.getText('summary'), fields.summary)
    if (fields.tags !== undefined) setTags(doc, fields.tags)
    for (const name of [
      'slug',
      'date',
      'status',
      'cover',
      'language',
      'canonicalUrl',
      'trashedAt',
      'kind',
      'series',
    ] as const) {
      const value = fields[name]
      if (value === undefined || (meta.get(name) ?? null) === value) continue
      if (value === null) meta.delete(name)
      else meta.set(name, value)
    }
    if (fields.status === 'published' && meta.get('wasPublished') !== true) meta.set('wasPublished', true)
  })
}

/** Makes the tags exactly these, adding and removing only what differs. */
export function setTags(doc: Y.Doc, tags: readonly string[]): void {
  const map = doc.getMap('tags')
  const wanted = new Set(tags)
  doc.transact(() => {
    for (const tag of map.keys()) if (!wanted.has(tag)) map.delete(tag)
    for (const tag of wanted) if (map.get(tag) !== true) map.set(tag, true)
  })
}

/** The name in `extra` under which a cover says in words what it shows, as other tools' front matter has it. */
const coverAltName = 'cover_alt'

/** What a post's cover shows, in words; empty when nobody said. */
export function coverAltOf(extra: PostContent['extra']): string {
  const value = extra[coverAltName]
  return typeof value === 'string' ? value : ''
}

/** Says what the cover shows. Kept with the rest of the front matter, so that it comes in and goes out with it. */
export function writeCoverAlt(doc: Y.Doc, text: string): void {
  const extra = doc.getMap('extra')
  if (text === coverAltOf(extra.toJSON())) return
  if (text === '') extra.delete(coverAltName)
  else extra.set(coverAltName, text)
}
