import { useRef } from 'react'
import { Label, ProgressBar } from 'react-aria-components'
import type { Progress } from '../../api/contract'
import { useWords } from '../words/words'
import styles from './job-progress.module.css'
import { estimateLeft, sayLeft } from './time-left'

interface Props {
  /** What is being done; the accessible name. */
  readonly label: string
  readonly progress: Progress | undefined
}

/** How far a long job is, with its counts and how long it will take. */
export function JobProgress({ label, progress }: Props) {
  const words = useWords()
  const { say } = words
  const isKnown = progress !== undefined && progress.total > 0
  const value = isKnown ? (100 * progress.done) / progress.total : 0
  const left = useTimeLeft(progress)
  return (
    <ProgressBar
      aria-label={label}
      value={value}
      isIndeterminate={!isKnown}
      className={styles.progress ?? ''}
    >
      <div className={styles.words}>
        <Label>{progress?.step ? words.hear(progress.step) : label}…</Label>
        {isKnown && (
          <span className={styles.counts}>
            {say('{done, number} of {total, number}', { done: progress.done, total: progress.total })}
            {left !== undefined && `, ${sayLeft(left, words)}`}
          </span>
        )}
      </div>
      <div className={styles.track}>
        <div className={styles.fill} data-unknown={!isKnown || undefined} style={{ width: `${value}%` }} />
      </div>
    </ProgressBar>
  )
}

/** What the job says of it, else what its pace so far lets one expect; ms. */
function useTimeLeft(progress: Progress | undefined): number | undefined {
  const begun = useRef<{ step: string; at: number; done: number }>(undefined)
  if (progress === undefined) return undefined
  const { step, done, total, leftMs } = progress
  const now = performance.now()
  if (begun.current === undefined || begun.current.step !== step || done < begun.current.done)
    begun.current = { step, at: now, done }
  return leftMs ?? estimateLeft(begun.current, now, done, total)
}
