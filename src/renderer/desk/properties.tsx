import { ListOrdered } from 'lucide-react'
import { Button } from 'react-aria-components'
import { isSlug, type PostId, type PostKind, siteDefaults } from '../../document'
import { sentenceOf } from '../app/connection'
import { useSiteSettings } from '../app/library-view'
import { useNotices } from '../app/notices'
import { usePostActions } from '../app/post-actions'
import { useDispatch } from '../app/workspace'
import type { DraftFields } from '../drafts/use-draft'
import { addressPrefix, slugIn } from './address-prefix'
import { CheckedField } from './checked-field'
import { readDate, showDate } from './date-text'
import styles from './properties.module.css'
import { Unreleased } from './unreleased'

interface Props {
  readonly id: PostId
  readonly fields: DraftFields
  readonly isReadOnly: boolean
}

/** The quiet line below the title: status, date, slug, series, and whether it is a post or a page. */
export function Properties({ id, fields, isReadOnly }: Props) {
  const actions = usePostActions()
  const permalink = useSiteSettings().data?.permalink ?? siteDefaults.permalink
  return (
    <div className={styles.properties}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this only says something. */}
      <span role="group" aria-label="Status" className={styles.status} data-status={fields.status}>
        {fields.status === 'draft' ? 'Draft' : 'Published'}
      </span>
      <Unreleased id={id} />
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
        prefix={addressPrefix(permalink, fields)}
        value={fields.slug}
        isReadOnly={isReadOnly}
        save={async (text) => {
          const slug = slugIn(text)
          if (!isSlug(slug)) throw new Error('A slug has lower-case letters, digits and single hyphens.')
          await actions.set(id, { slug })
        }}
      />
      <CheckedField
        label="Series"
        value={fields.series ?? ''}
        placeholder="No series"
        isReadOnly={isReadOnly}
        save={async (text) => {
          await actions.set(id, { series: text.trim() === '' ? null : text.trim() })
        }}
      />
      {fields.series !== null && <ShowSeries series={fields.series} />}
      <KindChoice id={id} kind={fields.kind} isReadOnly={isReadOnly} />
    </div>
  )
}

/** Whether it is one of the posts or a page beside them. */
function KindChoice({
  id,
  kind,
  isReadOnly,
}: Pick<Props, 'id' | 'isReadOnly'> & { readonly kind: PostKind }) {
  const actions = usePostActions()
  const notify = useNotices()
  return (
    <select
      aria-label="Kind"
      className={styles.kind}
      value={kind}
      disabled={isReadOnly}
      onChange={(event) => {
        const next = event.target.value === 'page' ? 'page' : 'post'
        actions
          .set(id, { kind: next })
          .catch((error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }))
      }}
    >
      <option value="post">Post</option>
      <option value="page">Page</option>
    </select>
  )
}

function ShowSeries({ series }: { readonly series: string }) {
  const dispatch = useDispatch()
  return (
    <Button
      className={styles.show ?? ''}
      aria-label={`Show the series ${series}`}
      onPress={() => dispatch({ do: 'go', place: { kind: 'series', series } })}
    >
      <ListOrdered size={13} strokeWidth={1.75} />
    </Button>
  )
}
