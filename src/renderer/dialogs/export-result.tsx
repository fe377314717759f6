import type { ExportResult } from '../../api/contract'
import styles from './jobs.module.css'

/** What an export did, in numbers, and what the writer should look at. */
export function ExportResultView({ result }: { readonly result: ExportResult }) {
  return (
    <>
      <p className={styles.path}>{result.out}</p>
      <Figures
        figures={[
          ['Pages', result.pages],
          ['Files written', result.written],
          ['Unchanged', result.unchanged],
          ['Removed', result.removed],
        ]}
      />
      <p className={styles.faint}>
        {formatBytes(result.bytes)} in {(result.ms / 1000).toFixed(1)} s
      </p>
      <Warnings items={result.warnings.map((text) => ({ text }))} />
    </>
  )
}

/** Numbers with their names, side by side. */
export function Figures({ figures }: { readonly figures: readonly (readonly [string, number])[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(([name, number]) => (
        <div key={name}>
          <dd>{number.toLocaleString()}</dd>
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
export function Warnings({ title = 'Worth a look', items }: WarningsProps) {
  if (items.length === 0) return null
  return (
    <section className={styles.warnings}>
      <h3>
        {title} ({items.length.toLocaleString()})
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

function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
