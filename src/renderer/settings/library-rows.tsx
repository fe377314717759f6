import { useSiteSettings } from '../app/library-view'
import { useDispatch } from '../app/workspace'
import { Button } from '../design/button'
import { TextSetting } from '../site/setting-fields'
import { useWords } from '../words/words'
import styles from './settings.module.css'

interface Props {
  readonly label: string
  readonly hint: string
}

/** A text of the site's settings, which are the library's. */
export function SiteText({ name, label, hint }: Props & { readonly name: 'title' | 'author' | 'language' }) {
  const isThere = useSiteSettings().data !== undefined
  return isThere && <TextSetting name={name} label={label} hint={hint} />
}

export function SiteRow({ label, hint }: Props) {
  const { say } = useWords()
  const dispatch = useDispatch()
  const go = () => {
    dispatch({ do: 'close-dialog' })
    dispatch({ do: 'go', place: { kind: 'site' } })
  }
  return <ElsewhereRow label={label} hint={hint} button={say('Site settings')} onPress={go} />
}

export function BackupsRow({ label, hint }: Props) {
  const { say } = useWords()
  const dispatch = useDispatch()
  const open = () => dispatch({ do: 'open-dialog', dialog: 'backups' })
  return <ElsewhereRow label={label} hint={hint} button={say('Backups…')} onPress={open} />
}

interface ElsewhereProps extends Props {
  readonly button: string
  readonly onPress: () => void
}

/** What has a place of its own: a sentence and the way there. */
function ElsewhereRow({ label, hint, button, onPress }: ElsewhereProps) {
  return (
    <div className={styles.elsewhere}>
      <div>
        <p className={styles.name}>{label}</p>
        <p className={styles.hint}>{hint}</p>
      </div>
      <Button onPress={onPress}>{button}</Button>
    </div>
  )
}
