/** The languages of the interface, by what each calls itself. To add one: `README.md`. */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const

/**
 * A language of the interface. The last is for testing alone: English that is longer, in brackets and
 * mirrored, so that a text which isn't in the catalogue and a layout that isn't turned are seen at once.
 */
export type Language = keyof typeof languages | 'en-XB'

export const isLanguage = (text: string): text is Language => text in languages || text === 'en-XB'

/** The language that the writer chose, or the first of what the system prefers that there is; English else. */
export function pickLanguage(chosen: string, preferred: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  const known = preferred.map((tag) => tag.split('-')[0] ?? '')
  return known.find((tag): tag is keyof typeof languages => tag in languages) ?? 'en'
}

const rightToLeft = ['ar', 'fa', 'he', 'ur', 'yi', 'ckb', 'ps', 'sd', 'ug', 'dv']

export function directionOf(language: Language): 'ltr' | 'rtl' {
  const [base = ''] = language.split('-')
  return language === 'en-XB' || rightToLeft.includes(base) ? 'rtl' : 'ltr'
}
