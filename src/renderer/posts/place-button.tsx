import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../words/words'
import styles from './sidebar.module.css'

interface Props {
  readonly label: string
  /** A number sign when left out. */
  readonly icon?: LucideIcon
  /** How many posts are there; nothing is said of it when left out. */
  readonly count?: number | undefined
  readonly isCurrent: boolean
  readonly onPress: () => void
  /** Stands at its end, such as a menu. */
  readonly children?: ReactNode
}

/** A place that one can go to, with how many posts are there. */
export function PlaceButton({ label, icon: Icon, count, isCurrent, onPress, children }: Props) {
  const { say, number } = useWords()
  return (
    <li className={styles.item}>
      <Button
        className={styles.place ?? ''}
        aria-label={label}
        {...(count === undefined
          ? {}
          : {
              'aria-description': say('{count, plural, one {# post} other {# posts}}', { count }),
            })}
        onPress={onPress}
        {...(isCurrent ? { 'aria-current': 'page', 'data-pane-focus': true } : {})}
      >
        {Icon ? <Icon size={15} strokeWidth={1.75} /> : <span className={styles.hash}>#</span>}
        <span className={styles.label}>{label}</span>
        <span className={styles.count}>{count ? number(count) : ''}</span>
      </Button>
      {children}
    </li>
  )
}
