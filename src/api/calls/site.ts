import type { House, Implementer } from './house'

/** The site's settings. */
export function siteCalls(os: Implementer, { library }: House) {
  return {
    site: {
      get: os.site.get.handler(() => library.site()),
      set: os.site.set.handler(({ input }) => library.setSite(definedOnly(input))),
    },
  }
}

/** The settings that are given; one that is `undefined` is left out, as if it weren't named. */
function definedOnly<Settings extends object>(settings: Settings) {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Settings]?: Exclude<Settings[Key], undefined>
  }
}
