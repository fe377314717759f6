import { join } from 'node:path'
import { listThemes, type ThemeChoice, type ThemePlaces } from '../../site'
import type { SiteTheme } from '../contract'

/** Where the themes of a library are: those that ship, and its own. */
export const themePlaces = (resources: string, libraryPath: string): ThemePlaces => ({
  shipped: join(resources, 'themes'),
  own: join(libraryPath, 'themes'),
})

/** What the screen shows of every theme. */
export const showThemes = (places: ThemePlaces, language = 'en'): SiteTheme[] =>
  listThemes(places).map((theme) => showTheme(theme, language))

function showTheme({ description, settings, ...theme }: ThemeChoice, language: string): SiteTheme {
  const inLanguage = (texts: Readonly<Record<string, string>> | undefined) => texts?.[language] ?? texts?.en
  return {
    name: theme.name,
    title: theme.title,
    isOwn: theme.isOwn,
    problem: theme.problem,
    description: inLanguage(description) ?? '',
    settings: settings.map((setting) => ({
      name: setting.name,
      label: inLanguage(setting.label) ?? setting.name,
      hint: inLanguage(setting.hint) ?? '',
      kind: setting.kind,
      default: setting.default,
      ...(setting.kind === 'choice'
        ? {
            choices: setting.choices.map(({ value, label }) => ({
              value,
              label: inLanguage(label) ?? value,
            })),
          }
        : {}),
      ...(setting.kind === 'length' ? { min: setting.min, max: setting.max } : {}),
    })),
  }
}
