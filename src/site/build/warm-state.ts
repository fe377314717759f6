import { join } from 'node:path'
import { loadTheme, type Theme } from '../theme'
import { type ThemeFolders, themeStamp } from '../themes/theme-files'
import { openSiteCache, removeSiteCache, type SiteCache } from './site-cache'

/** What makes the next export of a library quicker: what is remembered on the disk, and what was read from there. */
export interface WarmState {
  /** Undefined where nothing can be remembered. */
  readonly cache: SiteCache | undefined
  /** Where to remember pictures that were made. */
  readonly madeFolder: string
  /** Where to remember coloured code. */
  readonly highlightsFile: string
  /** Begins the cache anew: something in it was damaged. */
  forget(): void
  /** As `loadTheme`; the same one while none of its files has changed. */
  theme(at: string | ThemeFolders, chosen: Readonly<Record<string, string>>): Theme
}

/** @param folder of the cache; it is made when it isn't there */
export function createWarmState(folder: string): WarmState {
  let known: { readonly stamp: string; readonly theme: Theme } | undefined
  let cache = openSiteCache(folder)
  return {
    get cache() {
      return cache
    },
    madeFolder: join(folder, 'made'),
    highlightsFile: join(folder, 'highlights.sqlite'),
    forget() {
      cache?.close()
      removeSiteCache(folder)
      cache = openSiteCache(folder)
    },
    theme(at, chosen) {
      if (typeof at === 'string') return loadTheme(at, chosen)
      const stamp = JSON.stringify([themeStamp(at), chosen])
      if (known?.stamp !== stamp) known = { stamp, theme: loadTheme(at, chosen) }
      return known.theme
    },
  }
}
