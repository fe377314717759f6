import { Label, ProgressBar } from 'react-aria-components'
import type { Progress } from '../../api/contract'
import styles from './job-progress.module.css'

interface Props {
  /** What is being done; the accessible name. */
  readonly label: string
  readonly progress: Progress | undefined
}

/** How far a long job is, with its counts. */
export function JobProgress({ label, progress }: Props) {
  const isKnown = progress !== undefined && progress.total > 0
  const value = isKnown ? (100 * progress.done) / progress.total : 0
  return (
    <ProgressBar
      aria-label={label}
      value={value}
      isIndeterminate={!isKnown}
      className={styles.progress ?? ''}
    >
      <div className={styles.words}>
        <Label>{progress?.step ?? label}…</Label>
        {isKnown && (
          <span className={styles.counts}>
            {progress.done.toLocaleString()} of {progress.total.toLocaleString()}
          </span>
        )}
      </div>
      <div className={styles.track}>
        <div className={styles.fill} data-unknown={!isKnown || undefined} style={{ width: `${value}%` }} />
      </div>
    </ProgressBar>
  )
}
