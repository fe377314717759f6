import type { DraftSession } from '../drafts/draft-session'
import { useDraftFields } from '../drafts/use-draft'
import { GrowingText } from './growing-text'
import styles from './post-head.module.css'
import { Properties } from './properties'
import { TagField } from './tag-field'
import { TitleField } from './title-field'
import { useSharedText } from './use-shared-text'

interface Props {
  readonly session: DraftSession
  readonly isReadOnly: boolean
}

/** What stands above a post's text: title, summary, tags, and the quiet line of its properties. */
export function PostHead({ session, isReadOnly }: Props) {
  const fields = useDraftFields(session)
  return (
    <header className={styles.head}>
      <TitleField session={session} isReadOnly={isReadOnly} />
      <SummaryField session={session} isReadOnly={isReadOnly} />
      <TagField session={session} tags={fields.tags} isReadOnly={isReadOnly} />
      <Properties id={session.id} fields={fields} isReadOnly={isReadOnly} />
    </header>
  )
}

function SummaryField({ session, isReadOnly }: Props) {
  const { ref, value, change } = useSharedText(session.doc.getText('summary'))
  return (
    <GrowingText
      areaRef={ref}
      label="Summary"
      className={styles.summary}
      placeholder="Summary: a sentence or two for lists and feeds"
      value={value}
      maxLength={10_000}
      isReadOnly={isReadOnly}
      onChange={(next) => change(next.replace(/\n/g, ' '))}
    />
  )
}
