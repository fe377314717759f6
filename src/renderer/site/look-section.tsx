import { useWords } from '../words/words'
import { LogoField } from './logo-field'
import { Section } from './section'
import { ThemeChoice } from './theme-choice'
import { ThemeSettings } from './theme-settings'
import { useSetting } from './use-setting'
import { useThemes } from './use-themes'

/** How the site looks: its theme, what that can be set to, and the logo. */
export function LookSection() {
  const { say } = useWords()
  const themes = useThemes()
  const theme = useSetting('theme')
  const current = themes?.find(({ name }) => name === theme.value)
  return (
    <>
      <Section title={say('Theme')}>{themes && <ThemeChoice themes={themes} />}</Section>
      {current !== undefined && current.settings.length > 0 && (
        <Section title={say('Settings of {theme}', { theme: current.title })}>
          <ThemeSettings key={current.name} theme={current} />
        </Section>
      )}
      <Section title={say('Logo')} hint={say('Stands before the title, where the theme has a place for it.')}>
        <LogoField />
      </Section>
    </>
  )
}
