import { loadPreviews, type SitePreview, type ThemePlaces } from '../../site'
import type { House, Implementer } from './house'
import { showThemes } from './themes'

/** Where the themes are, and the site as it would be exported now. */
export interface SiteFiles {
  readonly places: ThemePlaces
  readonly preview: () => Promise<SitePreview>
}

/** The site's settings, its themes, and what there is to see of it. */
export function siteCalls(os: Implementer, { library }: House, { places, preview }: SiteFiles) {
  return {
    site: {
      get: os.site.get.handler(() => library.site()),
      set: os.site.set.handler(({ input }) => library.setSite(definedOnly(input))),
      themes: os.site.themes.handler(({ input }) => showThemes(places, input.language)),
      newTheme: os.site.newTheme.handler(async ({ input: { name, from } }) => {
        const { newTheme } = await loadPreviews()
        return { folder: newTheme(name, from, places) }
      }),
      pages: os.site.pages.handler(async () => {
        const shown = await preview()
        return { revision: shown.revision, pages: shown.pages() }
      }),
    },
  }
}

/** The settings that are given; one that is `undefined` is left out, as if it weren't named. */
function definedOnly<Settings extends object>(settings: Settings) {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Settings]?: Exclude<Settings[Key], undefined>
  }
}
