import type { ExportResult } from '../../api/contract'
import { describeSize } from '../media/describe-file'
import { useWords } from '../words/words'
import styles from './jobs.module.css'

/** What an export did, in numbers, and what the writer should look at. */
export function ExportResultView({ result }: { readonly result: ExportResult }) {
  const words = useWords()
  const { say, number } = words
  return (
    <>
      <p className={styles.path}>{result.out}</p>
      <Figures
        figures={[
          [say('Pages'), result.pages],
          [say('Files written'), result.written],
          [say('Unchanged'), result.unchanged],
          [say('Removed'), result.removed],
        ]}
      />
      <p className={styles.faint}>
        {say('{size} in {seconds} s', {
          size: describeSize(result.bytes, words),
          seconds: number(result.ms / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
        })}
      </p>
      <Warnings items={result.warnings.map((text) => ({ text }))} />
    </>
  )
}

/** Numbers with their names, side by side. */
export function Figures({ figures }: { readonly figures: readonly (readonly [string, number])[] }) {
  const { number } = useWords()
  return (
    <dl className={styles.figures}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <dd>{number(count)}</dd>
          <dt>{name}</dt>
        </div>
      ))}
    </dl>
  )
}

interface WarningsProps {
  readonly title?: string
  readonly items: readonly { readonly path?: string; readonly text: string }[]
}

/** What is worth a look; nothing when there is nothing. */
export function Warnings({ title, items }: WarningsProps) {
  const { say, number } = useWords()
  if (items.length === 0) return null
  return (
    <section className={styles.warnings}>
      <h3>
        {title ?? say('Worth a look')} ({number(items.length)})
      </h3>
      <ul>
        {items.map(({ path, text }) => (
          <li key={`${path ?? ''} ${text}`}>
            {path !== undefined && <strong>{path}: </strong>}
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
