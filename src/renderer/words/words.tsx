import {
  createContext,
  Fragment,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { I18nProvider } from 'react-aria-components'
import { english, type Language, loadWords, pickLanguage, type Words } from '../../words'
import { usePreference } from '../app/preferences'

const WordsContext = createContext<Words>(english)

/** The words of the interface in the writer's language: `const { say } = useWords()`, `say('Move to trash')`. */
export const useWords = (): Words => useContext(WordsContext)

/** The pieces of `words.rich` as React draws them. */
export const drawRich = (pieces: readonly ReactNode[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other name.
  pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>)

/**
 * Gives everything inside the words of the language that the writer chose, or of the system, and turns the
 * page to its direction. Draws nothing before they are there; a language chosen later comes without a restart.
 */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const words = useLoadedWords(useLanguage())
  useEffect(() => {
    if (words === undefined) return
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
  }, [words])
  if (words === undefined) return null
  return (
    // React Aria knows directions by its locales alone: the mirrored test language is Arabic to it.
    <I18nProvider locale={words.language === 'en-XB' ? 'ar' : words.language}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  )
}

/** What is chosen, or else the first of the system's languages that there is. */
function useLanguage(): Language {
  const [chosen] = usePreference('language')
  // A text, for the list may be a new one at each look.
  const preferred = useSyncExternalStore(followSystem, () => navigator.languages.join())
  return pickLanguage(chosen, preferred.split(','))
}

function followSystem(listener: () => void): () => void {
  window.addEventListener('languagechange', listener)
  return () => window.removeEventListener('languagechange', listener)
}

function useLoadedWords(language: Language): Words | undefined {
  const [words, setWords] = useState(language === 'en' ? english : undefined)
  useEffect(() => {
    let isWanted = true
    void loadWords(language)
      // A catalogue that can't be read leaves the writer with English, not without a screen.
      .catch((error: unknown) => {
        console.warn('The words of this language could not be read.', error)
        return english
      })
      .then((loaded) => isWanted && setWords(loaded))
    return () => {
      isWanted = false
    }
  }, [language])
  return words
}
