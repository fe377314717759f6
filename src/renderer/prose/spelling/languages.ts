/** The languages that a dictionary comes with, by what each calls itself. */
export const languages = [
  { id: 'en', name: 'English (US)' },
  { id: 'en-gb', name: 'English (UK)' },
  { id: 'de', name: 'Deutsch' },
  { id: 'fr', name: 'Français' },
] as const

export type SpellingLanguage = (typeof languages)[number]['id']
