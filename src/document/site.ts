import type * as Y from 'yjs'
import type { z } from 'zod'
import type { SiteId } from './ids'
import { openDocument } from './post'
import { siteSettingsSchema } from './schemas'

export type SiteSettings = z.infer<typeof siteSettingsSchema>
/** Settings to set; one left out, or undefined, stays as it is. */
export type SiteChange = { readonly [Key in keyof SiteSettings]?: SiteSettings[Key] | undefined }

const defaults: SiteSettings = {
  title: 'My blog',
  tagline: '',
  baseUrl: '',
  author: '',
  language: 'en',
}

/** The birth of a site's settings: an empty document, in which every setting reads as its default. */
export function createSiteDocument(id: SiteId): Y.Doc {
  const doc = openDocument(id)
  doc.getMap('meta').set('kind', 'site')
  return doc
}

/** The settings as they stand; one that is missing or malformed reads as its default. */
export function readSite(doc: Y.Doc): SiteSettings {
  const map = doc.getMap('settings')
  const read = <Key extends keyof SiteSettings>(key: Key): SiteSettings[Key] => {
    const parsed = siteSettingsSchema.shape[key].safeParse(map.get(key))
    return parsed.success ? (parsed.data as SiteSettings[Key]) : defaults[key]
  }
  return {
    title: read('title'),
    tagline: read('tagline'),
    baseUrl: read('baseUrl'),
    author: read('author'),
    language: read('language'),
  }
}

/** Sets the settings given; equal values write nothing. */
export function writeSite(doc: Y.Doc, settings: SiteChange): void {
  const map = doc.getMap('settings')
  doc.transact(() => {
    for (const [key, value] of Object.entries(settings)) {
      if (value !== undefined && map.get(key) !== value) map.set(key, value)
    }
  })
}
