import type * as Y from 'yjs'
import type { z } from 'zod'
import type { SiteId } from './ids'
import { openDocument } from './post'
import { siteDefaults, siteSettingsSchema } from './schemas'

export type SiteSettings = z.infer<typeof siteSettingsSchema>
/** Settings to set; one left out, or undefined, stays as it is. */
export type SiteChange = { readonly [Key in keyof SiteSettings]?: SiteSettings[Key] | undefined }

/** The birth of a site's settings: an empty document, in which every setting reads as its default. */
export function createSiteDocument(id: SiteId): Y.Doc {
  const doc = openDocument(id)
  doc.getMap('meta').set('kind', 'site')
  return doc
}

/** The settings as they stand; one that is missing or malformed reads as its default. */
export function readSite(doc: Y.Doc): SiteSettings {
  return siteFrom(doc.getMap('settings').toJSON())
}

/** Settings from values by name that somebody else may have written, this or another version of the app. */
export function siteFrom(values: Readonly<Record<string, unknown>>): SiteSettings {
  const read = Object.entries(siteSettingsSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(values[name])
    return [name, parsed.success ? parsed.data : siteDefaults[name as keyof SiteSettings]]
  })
  return Object.fromEntries(read) as SiteSettings
}

/** Sets the settings given; equal values write nothing. */
export function writeSite(doc: Y.Doc, settings: SiteChange): void {
  const map = doc.getMap('settings')
  doc.transact(() => {
    for (const [name, value] of Object.entries(settings)) {
      if (value !== undefined && JSON.stringify(map.get(name)) !== JSON.stringify(value)) map.set(name, value)
    }
  })
}
