import { isSlug, type PostId } from '../../document'
import { usePostActions } from '../app/post-actions'
import type { DraftFields } from '../drafts/use-draft'
import { CheckedField } from './checked-field'
import { readDate, showDate } from './date-text'
import styles from './properties.module.css'

interface Props {
  readonly id: PostId
  readonly fields: DraftFields
  readonly isReadOnly: boolean
}

/** The quiet line below the title: status, date, slug. */
export function Properties({ id, fields, isReadOnly }: Props) {
  const actions = usePostActions()
  return (
    <div className={styles.properties}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only says something. */}
      <span role="group" aria-label="Status" className={styles.status} data-status={fields.status}>
        {fields.status === 'draft' ? 'Draft' : 'Published'}
      </span>
      <CheckedField
        label="Date"
        value={showDate(fields.date)}
        isReadOnly={isReadOnly}
        save={async (text) => {
          const date = readDate(text, fields.date)
          if (date === undefined) throw new Error('A date looks like 2026-11-24 or 2026-11-24 09:30.')
          await actions.set(id, { date })
        }}
      />
      <CheckedField
        label="Slug"
        prefix="/posts/"
        value={fields.slug}
        isReadOnly={isReadOnly}
        save={async (text) => {
          const slug = text.trim().replace(/^\/posts\/|\/$/g, '')
          if (!isSlug(slug)) throw new Error('A slug has lower-case letters, digits and single hyphens.')
          await actions.set(id, { slug })
        }}
      />
    </div>
  )
}
