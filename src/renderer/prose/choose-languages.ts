import { languages, type SpellingLanguage } from './spelling/languages'

/** What stands in the setting while no spelling is checked. */
export const noSpelling = 'off'

/**
 * The languages whose spelling is right. The writer's choice, or, as long as there is none, those of the post,
 * the site and the system: a German post may quote English.
 * @param chosen names, parted by spaces
 * @param tags BCP 47
 */
export function chooseLanguages(chosen: string, tags: readonly string[]): readonly SpellingLanguage[] {
  if (chosen === noSpelling) return []
  const names = chosen.split(' ')
  const known = languages.filter(({ id }) => names.includes(id)).map(({ id }) => id)
  if (known.length > 0) return known
  const all = new Set(tags.flatMap(languagesOf))
  return languages.map(({ id }) => id).filter((id) => all.has(id))
}

/** English alone may be either. */
function languagesOf(tag: string): readonly SpellingLanguage[] {
  const [base, ...others] = tag.toLowerCase().split('-')
  if (base === 'de' || base === 'fr') return [base]
  if (base !== 'en') return []
  const region = others.find((part) => part.length === 2)
  if (region === undefined) return ['en', 'en-gb']
  return region === 'us' ? ['en'] : ['en-gb']
}
