import { isLanguage, loadWords, pickLanguage, type Words } from '../words'
import { readSettings, writeSettings } from './settings-file'

/** The words of the shell's own dialogs, in the language of the page. */
export interface SpokenWords {
  readonly current: Words
  /** Takes the language of a page, now and at the next start. One that isn't known changes nothing. */
  speak(language: string): Promise<void>
}

/**
 * The language that the page had last; before it ever had one, the first of the system's that there is.
 * @param preferred the system's languages, best first
 */
export async function openSpokenWords(
  settingsFile: string,
  preferred: readonly string[],
): Promise<SpokenWords> {
  const { language = '' } = readSettings(settingsFile)
  const spoken = { current: await loadWords(pickLanguage(language, preferred)) }
  return {
    get current() {
      return spoken.current
    },
    async speak(wanted) {
      if (!isLanguage(wanted) || wanted === spoken.current.language) return
      spoken.current = await loadWords(wanted)
      writeSettings(settingsFile, { language: wanted })
    },
  }
}
