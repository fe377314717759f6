import { memo, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../words/words'
import {
  countWords,
  describeVersion,
  deviceOf,
  groupByDay,
  type HistoryItem,
  timeOf,
  titleOf,
} from './describe-version'
import styles from './version-list.module.css'

interface Props {
  readonly items: readonly HistoryItem[]
  readonly selected: string
  readonly onSelect: (id: string) => void
}

/** Every version, newest first, by days. Rows out of sight cost nothing: a browser skips them. */
export const VersionList = memo(({ items, selected, onSelect }: Props) => {
  const words = useWords()
  const { say } = words
  const groups = useMemo(() => groupByDay(items, Date.now(), words), [items, words])
  const list = useRef<HTMLElement>(null)
  useShownRow(list, selected)
  return (
    <nav ref={list} aria-label={say('Versions')} className={styles.list} data-pane="versions">
      {groups.map(({ day, items: ofDay }) => (
        <section key={day} className={styles.day}>
          <h3 className={styles.heading}>{day}</h3>
          <ul className={styles.rows}>
            {ofDay.map((item) => (
              <Row key={item.id} item={item} isSelected={item.id === selected} onSelect={onSelect} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
})

interface RowProps extends Pick<Props, 'onSelect'> {
  readonly item: HistoryItem
  readonly isSelected: boolean
}

const Row = memo(({ item, isSelected, onSelect }: RowProps) => {
  const words = useWords()
  return (
    <li className={styles.row}>
      <button
        type="button"
        aria-label={describeVersion(item, words)}
        aria-current={isSelected || undefined}
        className={styles.version}
        data-kind={item.kind}
        {...(isSelected ? { 'data-pane-focus': true } : {})}
        onClick={() => onSelect(item.id)}
      >
        <span className={styles.title}>{titleOf(item, words)}</span>
        {item.kind !== 'now' && <span className={styles.time}>{timeOf(item, words)}</span>}
        <span className={styles.more}>
          {countWords(item.words, words)}
          {item.kind !== 'now' && ` · ${deviceOf(item.device, words)}`}
        </span>
      </button>
    </li>
  )
})

/** Keeps the version that is read in sight while one drags along the timeline. */
function useShownRow(list: RefObject<HTMLElement | null>, selected: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another selection is another row.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [list, selected])
}
