import { type CSSProperties, memo, useMemo } from 'react'
import { useWords } from '../words/words'
import { describeVersion, type HistoryItem, labelOf } from './describe-version'
import styles from './timeline.module.css'

interface Props {
  /** Newest first. */
  readonly items: readonly HistoryItem[]
  readonly selected: number
  readonly onSelect: (index: number) => void
}

/**
 * The past as a line that one drags along: the oldest version on the left, now on the right. Versions have
 * even steps, so that a busy hour doesn't hide in a quiet year.
 */
export function Timeline({ items, selected, onSelect }: Props) {
  const words = useWords()
  const { say } = words
  const last = items.length - 1
  const item = items[selected]
  return (
    <div
      className={styles.timeline}
      style={{ '--at': last > 0 ? (last - selected) / last : 1 } as CSSProperties}
    >
      <Marks items={items} />
      <input
        type="range"
        aria-label={say('Timeline')}
        aria-valuetext={item && describeVersion(item, words)}
        className={styles.range}
        min={0}
        max={Math.max(last, 1)}
        step={1}
        disabled={last < 1}
        value={last < 1 ? 1 : last - selected}
        onChange={(event) => onSelect(last - event.target.valueAsNumber)}
      />
      <div aria-hidden className={styles.ends}>
        <span>{items[last] && labelOf(items[last], words)}</span>
        <span>{say('Now')}</span>
      </div>
    </div>
  )
}

/** More marks than this would be a bar; the line alone says as much. */
const mostMarks = 150

/** A tick for each version; the ones that the writer marked or released stand out. */
const Marks = memo(({ items }: Pick<Props, 'items'>) => {
  const marks = useMemo(() => {
    const last = items.length - 1
    if (last < 1) return []
    return items
      .map(({ id, kind }, index) => ({ id, kind, at: (last - index) / last }))
      .filter(({ kind }) => items.length <= mostMarks || kind === 'named' || kind === 'release')
  }, [items])
  return (
    <div aria-hidden className={styles.marks}>
      {marks.map(({ id, kind, at }) => (
        <span
          key={id}
          className={styles.mark}
          data-kind={kind}
          style={{ insetInlineStart: `${at * 100}%` }}
        />
      ))}
    </div>
  )
})
