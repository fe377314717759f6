import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { SiteTheme } from '../../api/contract'
import { useNotices } from '../app/notices'
import { useWords } from '../words/words'
import styles from './theme-choice.module.css'
import { Thumbnail } from './thumbnail'
import { useSetting } from './use-setting'

/** One of the themes, each shown as it would look with this site's posts. */
export function ThemeChoice({ themes }: { readonly themes: readonly SiteTheme[] }) {
  const { say } = useWords()
  const { value, set } = useSetting('theme')
  const notify = useNotices()
  const choose = (name: string) => {
    if (name === value) return
    set(name)
    const title = themes.find((theme) => theme.name === name)?.title ?? name
    notify({
      text: say('The theme is now {theme}.', { theme: title }),
      action: { label: say('Undo'), run: () => set(value) },
    })
  }
  const isKnown = themes.some(({ name }) => name === value)
  return (
    <>
      <RadioGroup className={styles.themes ?? ''} value={value} onChange={choose}>
        <Label className="visually-hidden">{say('Theme')}</Label>
        {themes.map((theme) => (
          <Card key={theme.name} theme={theme} />
        ))}
      </RadioGroup>
      {!isKnown && (
        <p role="alert" className={styles.problem}>
          {say('The theme “{theme}” is not among the themes any more. Choose another one.', { theme: value })}
        </p>
      )}
    </>
  )
}

function Card({ theme }: { readonly theme: SiteTheme }) {
  const { say } = useWords()
  const { name, title, description, isOwn, problem } = theme
  return (
    <RadioField value={name} isDisabled={problem !== null} className={styles.field ?? ''} aria-label={title}>
      <RadioButton className={styles.card ?? ''}>
        {problem === null && <Thumbnail theme={name} />}
        <span className={styles.title}>
          {title}
          {isOwn && <span className={styles.own}>{say('yours')}</span>}
        </span>
        {problem === null ? (
          <span className={styles.description}>{description}</span>
        ) : (
          <span className={styles.problem}>{problem}</span>
        )}
      </RadioButton>
    </RadioField>
  )
}
