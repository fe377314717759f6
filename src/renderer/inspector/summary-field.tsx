import { useId } from 'react'
import { GrowingText } from '../desk/growing-text'
import { useSharedText } from '../desk/use-shared-text'
import { useWords } from '../words/words'
import styles from './checked-field.module.css'
import type { FieldProps } from './field-props'
import meter from './summary-field.module.css'
import { judgeSummary, type SummaryVerdict, shownLength } from './summary-length'

/** A sentence or two for lists, feeds and search engines, and how they fit there. */
export function SummaryField({ session, isReadOnly }: Omit<FieldProps, 'fields'>) {
  const { ref, value, change } = useSharedText(session.doc.getText('summary'))
  const { say } = useWords()
  const id = useId()
  const verdict = judgeSummary(value)
  const length = [...value.trim()].length
  return (
    <div className={styles.field}>
      <span aria-hidden className={styles.label}>
        {say('Summary')}
      </span>
      <GrowingText
        areaRef={ref}
        label={say('Summary')}
        className={styles.area}
        placeholder={say('A sentence or two for lists, feeds and search engines')}
        value={value}
        maxLength={10_000}
        isReadOnly={isReadOnly}
        describedBy={id}
        onChange={(next) => change(next.replace(/\n/g, ' '))}
      />
      <span className={meter.meter} data-verdict={verdict} aria-hidden>
        <span
          className={meter.fill}
          style={{ inlineSize: `${Math.min(100, (100 * length) / shownLength)}%` }}
        />
      </span>
      <span id={id} className={styles.hint}>
        {useVerdict(verdict, length)}
      </span>
    </div>
  )
}

function useVerdict(verdict: SummaryVerdict, length: number): string {
  const { say } = useWords()
  switch (verdict) {
    case 'empty':
      return say('Without one, the beginning of the text is shown.')
    case 'short':
      return say('{length, plural, one {# character} other {# characters}}: there is room for more.', {
        length,
      })
    case 'good':
      return say('{length, plural, one {# character} other {# characters}}: shown whole by search engines.', {
        length,
      })
    case 'long':
      return say(
        '{length, plural, one {# character} other {# characters}}: search engines cut it off after about {shown}.',
        { length, shown: shownLength },
      )
  }
}
