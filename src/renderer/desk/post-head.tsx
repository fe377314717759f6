import type { DraftSession } from '../drafts/draft-session'
import { useDraftFields } from '../drafts/use-draft'
import styles from './post-head.module.css'
import { PropertiesLine } from './properties-line'
import { TitleField } from './title-field'

interface Props {
  readonly session: DraftSession
  readonly isReadOnly: boolean
}

/** What stands above a post's text: its title, and the quiet line of what it says of itself. */
export function PostHead({ session, isReadOnly }: Props) {
  const fields = useDraftFields(session)
  return (
    <header className={styles.head}>
      <TitleField session={session} isReadOnly={isReadOnly} />
      <PropertiesLine session={session} fields={fields} />
    </header>
  )
}
