import { useDraftFields } from '../drafts/use-draft'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import { CanonicalField, SlugField } from './address-fields'
import { Cards } from './cards'
import { KindField, LanguageField, SeriesField } from './choices'
import { CoverField } from './cover-field'
import { DateField } from './date-field'
import styles from './inspector.module.css'
import { SummaryField } from './summary-field'
import { TagField } from './tag-field'

/** Everything that a post says of itself beside its title and text, and how that looks to those who find it. */
export function Inspector({ session, isReadOnly, rendering }: SidePaneProps) {
  const fields = useDraftFields(session)
  const { say } = useWords()
  const shared = { session, fields, isReadOnly }
  return (
    <div className={styles.inspector}>
      <SlugField {...shared} />
      <DateField {...shared} />
      <div className={styles.field}>
        <span className={styles.label}>{say('Tags')}</span>
        <TagField session={session} tags={fields.tags} isReadOnly={isReadOnly} />
      </div>
      <SummaryField session={session} isReadOnly={isReadOnly} />
      <CoverField {...shared} />
      <SeriesField {...shared} />
      <div className={styles.pair}>
        <KindField {...shared} />
        <LanguageField {...shared} />
      </div>
      <CanonicalField {...shared} />
      <Cards id={session.id} fields={fields} rendering={rendering} />
    </div>
  )
}
