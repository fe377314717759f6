import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { z } from 'zod'
import { isSlug } from './address'
import type { PostContent } from './post'

/** What readers of the site see of a post. Status and kind are of the post and not of a face; the address has a place of its own in a release. */
export type PostFace = Pick<
  PostContent,
  'title' | 'summary' | 'body' | 'date' | 'tags' | 'cover' | 'language' | 'canonicalUrl' | 'series' | 'extra'
>

export function faceOf(content: PostContent): PostFace {
  const { title, summary, body, date, tags, cover, language, canonicalUrl, series, extra } = content
  return { title, summary, body, date, tags, cover, language, canonicalUrl, series, extra }
}

const releaseSchema = z.object({
  // As text: Yjs freezes what a register holds while one develops, and bytes can't be frozen.
  snapshot: z.base64().transform((text) => fromBase64(text)),
  digest: z.string(),
  slug: z.string().refine(isSlug).nullable().catch(null),
  date: z.string().nullable().catch(null),
  at: z.number(),
  device: z.string(),
})
/**
 * A state of a post that the writer gave to the site: a Yjs snapshot (encoded, v1) of its document, the digest
 * of its face by which a change is noticed without reading the snapshot, the slug that it has on the site (null
 * where that was not kept: the post's own), its date (null where that was not kept), when (epoch ms) and by which device.
 */
export interface Release {
  readonly snapshot: Uint8Array
  readonly digest: string
  readonly slug: string | null
  readonly date: string | null
  readonly at: number
  readonly device: string
}

/** What the writer released last; null when nothing is. One register, so that two devices never mix theirs. */
export function readRelease(doc: Y.Doc): Release | null {
  const parsed = releaseSchema.safeParse(doc.getMap('meta').get('published'))
  return parsed.success ? parsed.data : null
}

export function writeRelease(doc: Y.Doc, release: Release | null): void {
  const meta = doc.getMap('meta')
  if (release !== null) meta.set('published', { ...release, snapshot: toBase64(release.snapshot) })
  else if (meta.has('published')) meta.delete('published')
}

/** The slugs that the post had on the site before the one that it has there now, in order. */
export function readFormerSlugs(doc: Y.Doc): string[] {
  const now = readRelease(doc)?.slug
  return [...doc.getMap('formerSlugs').keys()].filter((slug) => isSlug(slug) && slug !== now).sort()
}

/** Remembers a slug that the post had on the site: a map, so that what two devices remember merges. */
export function addFormerSlug(doc: Y.Doc, slug: string): void {
  const slugs = doc.getMap('formerSlugs')
  if (!slugs.has(slug)) slugs.set(slug, true)
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** The days that the post had on the site, by which it may have stood at other addresses, in order. */
export function readFormerDays(doc: Y.Doc): string[] {
  return [...doc.getMap('formerDays').keys()].filter((text) => day.test(text)).sort()
}

/** Remembers the day of a date that the post had on the site. */
export function addFormerDay(doc: Y.Doc, date: string): void {
  const days = doc.getMap('formerDays')
  if (!days.has(date.slice(0, 10))) days.set(date.slice(0, 10), true)
}

/** The state of a document now, to come back to: a Yjs snapshot, encoded (v1). */
export function takeSnapshot(doc: Y.Doc): Uint8Array {
  return Y.encodeSnapshot(Y.snapshot(doc))
}

/**
 * The document as it was at a snapshot of it. The document given is only read; it must have its whole past
 * (`openDocument` keeps it).
 */
export function documentAt(doc: Y.Doc, snapshot: Uint8Array): Y.Doc {
  return Y.createDocFromSnapshot(doc, Y.decodeSnapshot(snapshot), new Y.Doc({ guid: doc.guid, gc: false }))
}
