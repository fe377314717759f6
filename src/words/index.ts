/**
 * The words of the interface in its languages: ICU messages, in the code in English, by which the
 * catalogues of the other languages (`de/`, `fr/`) find theirs. A text that a catalogue lacks is said in
 * English, so that no screen ever has a hole; `scripts/words.test.ts` holds that none is lacking.
 */
export { isLanguage, type Language, languages, pickLanguage } from './languages'
export { loadWords } from './load'
export { createWords, english, type Term, term, type Values, type Words } from './words'
