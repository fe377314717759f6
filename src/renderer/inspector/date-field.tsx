import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { usePostActions } from '../app/post-actions'
import { useWords } from '../words/words'
import { CheckedField } from './checked-field'
import styles from './checked-field.module.css'
import { readDate, showDate } from './date-text'
import type { FieldProps } from './field-props'
import { moveToZone, offsetOf } from './zones'

/** When the post is dated: a day, or a moment by the clocks of a zone. */
export function DateField(props: FieldProps) {
  const { session, fields, isReadOnly } = props
  const actions = usePostActions()
  const { say, date: write } = useWords()
  // What was written here last, also while it is on its way to the library.
  const latest = useRef(fields.date)
  useEffect(() => {
    latest.current = fields.date
  }, [fields.date])
  const hint = (typed: string) => {
    const date = readDate(typed, fields.date)
    if (date === undefined) return say('A day, or a day and a time: 2026-11-24 09:30')
    // The day that is written, whatever its offset, as on the site.
    const day = new Date(date.slice(0, 10))
    return write(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  }
  return (
    <>
      <CheckedField
        label={say('Date')}
        value={showDate(fields.date)}
        isReadOnly={isReadOnly}
        hint={hint}
        property="date"
        direction="ltr"
        save={async (text) => {
          const date = readDate(text, fields.date)
          if (date === undefined) throw new Error(say('A date looks like 2026-11-24 or 2026-11-24 09:30.'))
          latest.current = date
          await actions.set(session.id, { date })
        }}
      />
      {offsetOf(fields.date) !== undefined && <ZoneField {...props} latest={latest} />}
    </>
  )
}

/** By which clocks the date is read. The clock stays; what it is ahead of UTC changes. */
function ZoneField({
  session,
  fields,
  isReadOnly,
  latest,
}: FieldProps & { readonly latest: RefObject<string> }) {
  const actions = usePostActions()
  const notify = useNotices()
  const { say } = useWords()
  const offset = offsetOf(fields.date)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  // A date keeps its offset, not the place: the place is named where its clocks agree.
  const isHere = moveToZone(fields.date, here) === fields.date.replace('+00:00', 'Z')
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  const choose = (zone: string) => {
    actions
      .set(session.id, { date: moveToZone(latest.current, zone) })
      .catch((error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' }))
  }
  return (
    <label className={styles.field}>
      <span className={styles.label}>{say('Time zone')}</span>
      <select
        className={styles.input}
        value={isHere ? here : ''}
        disabled={isReadOnly}
        onChange={(event) => event.target.value !== '' && choose(event.target.value)}
      >
        {!isHere && <option value="">{offset === 'Z' ? 'UTC' : `UTC${offset}`}</option>}
        <option value={here}>{say('Here ({zone})', { zone: here })}</option>
        {here !== 'UTC' && <option value="UTC">UTC</option>}
        <optgroup label={say('By the clocks of')}>
          {zones
            .filter((zone) => zone !== here && zone !== 'UTC')
            .map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
        </optgroup>
      </select>
    </label>
  )
}
