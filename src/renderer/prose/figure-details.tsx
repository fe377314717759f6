import { Dialog, Heading, Input, Label, NumberField } from 'react-aria-components'
import { readingMinutes } from '../../document'
import { usePreference } from '../app/preferences'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import styles from './figure-details.module.css'
import { usePostGoal, useWordsOfDay } from './goals'
import { type Counts, noCounts } from './text/counts'

interface Props {
  readonly session: DraftSession
  readonly counts: Counts | undefined
  readonly marked: Counts | undefined
}

/** Everything that can be counted of a text and of what is marked in it, and the writer's goals. */
export function FigureDetails({ session, counts = noCounts, marked }: Props) {
  const { say, number } = useWords()
  const minutes = ({ words }: Counts) =>
    words === 0 ? '–' : say('{minutes, number} min', { minutes: readingMinutes(words) })
  const rows: readonly (readonly [string, (counts: Counts) => string])[] = [
    [say('Words'), ({ words }) => number(words)],
    [say('Characters'), ({ characters }) => number(characters)],
    [say('Without spaces'), ({ charactersWithoutSpaces }) => number(charactersWithoutSpaces)],
    [say('Sentences'), ({ sentences }) => number(sentences)],
    [say('Reading time'), minutes],
  ]
  return (
    <Dialog aria-label={say('Length and goals')} className={styles.dialog ?? ''}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say('[count] Post')}</th>
            {marked && <th scope="col">{say('Marked')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{of(counts)}</td>
              {marked && <td>{of(marked)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Goals session={session} />
    </Dialog>
  )
}

function Goals({ session }: Pick<Props, 'session'>) {
  const { say } = useWords()
  const [goal, setGoal] = usePostGoal(session)
  const [dailyGoal, setDailyGoal] = usePreference('dailyGoal')
  const today = useWordsOfDay()
  return (
    <div className={styles.goals}>
      <Heading level={3} className={styles.heading ?? ''}>
        {say('Goals')}
      </Heading>
      <Goal label={say('Words of this post')} value={goal} onChange={setGoal} />
      <Goal label={say('Words a day')} value={dailyGoal} onChange={setDailyGoal} />
      <p className={styles.today}>
        {say('{count, plural, one {# word} other {# words}} written today on this machine', { count: today })}
      </p>
    </div>
  )
}

interface GoalProps {
  readonly label: string
  readonly value: number
  readonly onChange: (words: number) => void
}

/** A number of words; empty is no goal. */
function Goal({ label, value, onChange }: GoalProps) {
  const { say } = useWords()
  return (
    <NumberField
      className={styles.goal ?? ''}
      value={value === 0 ? Number.NaN : value}
      minValue={0}
      maxValue={10_000_000}
      onChange={(words) => onChange(Number.isFinite(words) ? words : 0)}
    >
      <Label>{label}</Label>
      <Input className={styles.input ?? ''} placeholder={say('None')} />
    </NumberField>
  )
}
