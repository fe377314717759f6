import { join } from 'node:path'
import { listThemes, type ThemeChoice, type ThemePlaces } from '../../site'
import type { SiteTheme } from '../contract'

/** Where the themes of a library are: those that ship, and its own. */
export const themePlaces = (resources: string, libraryPath: string): ThemePlaces => ({
  shipped: join(resources, 'themes'),
  own: join(libraryPath, 'themes'),
})

/** What the screen shows of every theme. */
export const showThemes = (places: ThemePlaces): SiteTheme[] => listThemes(places).map(showTheme)

function showTheme({ description, settings, ...theme }: ThemeChoice): SiteTheme {
  return {
    name: theme.name,
    title: theme.title,
    isOwn: theme.isOwn,
    problem: theme.problem,
    description: description.en ?? '',
    settings: settings.map((setting) => ({
      name: setting.name,
      label: setting.label.en ?? setting.name,
      hint: setting.hint?.en ?? '',
      kind: setting.kind,
      default: setting.default,
      ...(setting.kind === 'choice'
        ? { choices: setting.choices.map(({ value, label }) => ({ value, label: label.en ?? value })) }
        : {}),
      ...(setting.kind === 'length' ? { min: setting.min, max: setting.max } : {}),
    })),
  }
}
