import type { SystemSpelling } from '../../api/contract'
import { systemClock } from '../app/clock'
import { readPreference } from '../app/preferences'
import { chooseLanguages, noSpelling } from './choose-languages'
import { ProseReader } from './prose-reader'

/**
 * The reader of this window's texts.
 * @param siteLanguage of posts that say none, as far as it is known
 */
export function createProse(siteLanguage: () => string, system: SystemSpelling | undefined): ProseReader {
  return new ProseReader({
    system,
    clock: systemClock,
    start: () => new Worker(new URL('./prose-worker.ts', import.meta.url), { type: 'module' }),
    describe: (own) => {
      const language = own || siteLanguage()
      const tags = [language, ...navigator.languages]
      const chosen = readPreference('spellLanguages')
      return { language, languages: chosen === noSpelling ? undefined : chooseLanguages(chosen, tags) }
    },
  })
}
