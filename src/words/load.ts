import type { Language } from './languages'
import { createWords, english, type Words } from './words'

/** The words of a language; its catalogue is read when it is asked for. */
export async function loadWords(language: Language): Promise<Words> {
  switch (language) {
    case 'en':
      return english
    case 'de':
      return createWords(language, (await import('./de')).default)
    case 'fr':
      return createWords(language, (await import('./fr')).default)
    case 'en-XB':
      return createWords(language)
  }
}
