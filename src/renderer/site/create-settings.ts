import type { QueryClient } from '@tanstack/react-query'
import { systemClock } from '../app/clock'
import { type Calls, sentenceOf } from '../app/connection'
import { keys } from '../app/library-view'
import { SettingsKeeper } from './settings-keeper'

/** The site's settings as this window changes them; what it shows of the site follows. */
export function createSettings(calls: Calls, queries: QueryClient): SettingsKeeper {
  return new SettingsKeeper({
    save: (changes) => calls.site.set(changes),
    onSaved: (settings) => {
      queries.setQueryData(keys.site, settings)
      void queries.invalidateQueries({ queryKey: keys.previewedSite })
    },
    explain: sentenceOf,
    clock: systemClock,
  })
}
