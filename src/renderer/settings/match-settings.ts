import type { Words } from '../../words'
import type { SettingRow, SettingSection } from './setting-rows'

/** The sections with the rows that hold every typed word, in their name, sentence or choices. */
export function matchSettings(
  sections: readonly SettingSection[],
  typed: string,
  words: Pick<Words, 'say'>,
): readonly SettingSection[] {
  const sought = wordsOf(typed)
  if (sought.length === 0) return sections
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => holdsAll(textOf(row, section, words), sought)),
    }))
    .filter(({ rows }) => rows.length > 0)
}

/** What is typed into a search, as its words. */
export const wordsOf = (typed: string): readonly string[] => fold(typed).split(/\s+/).filter(Boolean)

export const holdsAll = (text: string, sought: readonly string[]): boolean => {
  const folded = fold(text)
  return sought.every((word) => folded.includes(word))
}

/** Without accents and capitals, so that “ecran” finds “Écran”. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function textOf(row: SettingRow, { title }: SettingSection, { say }: Pick<Words, 'say'>): string {
  const options = row.kind === 'choice' ? row.options.map(({ name }) => name) : []
  const names = options.map((name) => (typeof name === 'object' ? name.plain : say(name)))
  return [say(title), say(row.name), say(row.hint), ...names].join('\n')
}
