import { systemClock } from '../app/clock'
import { readPreference } from '../app/preferences'
import { chooseLanguages } from './choose-languages'
import { ProseReader } from './prose-reader'

/** The reader of this window's texts. @param siteLanguage of posts that say none, as far as it is known */
export function createProse(siteLanguage: () => string): ProseReader {
  return new ProseReader({
    clock: systemClock,
    start: () => new Worker(new URL('./prose-worker.ts', import.meta.url), { type: 'module' }),
    describe: (own) => {
      const language = own || siteLanguage()
      const tags = [language, ...navigator.languages]
      return { language, languages: chooseLanguages(readPreference('spellLanguages'), tags) }
    },
  })
}
