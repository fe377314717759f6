import { siteDefaults } from '../../document'
import { useSiteSettings } from '../app/library-view'
import type { DraftSession } from '../drafts/draft-session'
import type { DraftFields } from '../drafts/use-draft'
import { addressPrefix } from '../inspector/address-prefix'
import { showDate } from '../inspector/date-text'
import { focusProperty, type PropertyName } from '../inspector/focus-property'
import { useWords } from '../words/words'
import styles from './properties-line.module.css'
import { Unreleased } from './unreleased'

interface Props {
  readonly session: DraftSession
  readonly fields: DraftFields
}

/** The quiet line below the title: whether it is published, when, where, about what. Pressed, it leads to the field. */
export function PropertiesLine({ session, fields }: Props) {
  const { say } = useWords()
  const permalink = useSiteSettings().data?.permalink ?? siteDefaults.permalink
  const { tags } = fields
  return (
    <div className={styles.line}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only says something. */}
      <span role="group" aria-label={say('Status')} className={styles.status} data-status={fields.status}>
        {fields.status === 'draft' ? say('Draft') : say('Published')}
      </span>
      <Unreleased id={session.id} />
      <Fact property="date" does={say('Change the date')} text={showDate(fields.date)} />
      <Fact
        property="slug"
        does={say('Change the address')}
        text={`${addressPrefix(permalink, fields)}${fields.slug}`}
      />
      <Fact
        property="tags"
        does={tags.length === 0 ? undefined : say('Change the tags')}
        text={tags.length === 0 ? say('Add tags') : tags.join(', ')}
      />
    </div>
  )
}

interface FactProps {
  readonly property: PropertyName
  /** What pressing it does, where its text doesn't say. */
  readonly does: string | undefined
  readonly text: string
}

function Fact({ property, does, text }: FactProps) {
  return (
    <button
      type="button"
      className={styles.fact}
      aria-label={does && `${does}: ${text}`}
      title={does}
      onClick={() => focusProperty(property)}
    >
      <bdi>{text}</bdi>
    </button>
  )
}
