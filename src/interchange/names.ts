import type { Plain } from './plain'

/**
 * How static site generators call the same thing, best first. Names are compared by `plainName`, so that
 * `pubDate`, `pub_date` and `pub-date` are one.
 */
export const dateNames = [
  'date',
  'pubdate',
  'publishdate',
  'publisheddate',
  'published',
  'publishedat',
  'publishedon',
  'datepublished',
  'publicationdate',
  'posted',
  'postdate',
  'created',
  'createdat',
  'creationdate',
  'datecreated',
]
export const summaryNames = ['summary', 'description', 'excerpt', 'subtitle', 'abstract', 'lead', 'dek']
/** Where the post was: Jekyll’s, Hugo’s and Zola’s name for it. */
export const addressNames = ['permalink', 'url', 'path']
export const slugNames = ['slug']
export const draftNames = ['draft', 'isdraft']
export const languageNames = ['lang', 'language', 'locale']
export const coverNames = [
  'cover',
  'coverimage',
  'image',
  'hero',
  'heroimage',
  'featuredimage',
  'featureimage',
  'featured',
  'thumbnail',
  'banner',
  'ogimage',
  'images',
  'header',
]

/** A name without case, hyphens, underscores and spaces. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '')
}

/** What a switch says: YAML 1.2 knows true and false, writers of YAML 1.1 also `yes`, `no`, `on`, `off`. */
export function isYes(value: Plain): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = String(value).trim().toLowerCase()
  if (['true', 'yes', 'on', '1'].includes(text)) return true
  if (['false', 'no', 'off', '0'].includes(text)) return false
  return undefined
}
