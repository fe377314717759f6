import type { ReactNode } from 'react'
import styles from './empty.module.css'

interface Props {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

/** What stands where nothing is: says so, and what to do next. */
export function Empty({ icon, title, children }: Props) {
  return (
    <div className={styles.empty}>
      {icon}
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  )
}
