import type { ReactNode } from 'react'
import styles from './section.module.css'

interface Props {
  readonly title: string
  /** What it is for, in a sentence. */
  readonly hint?: string
  readonly children: ReactNode
}

/** Settings that belong together, under their heading. */
export function Section({ title, hint, children }: Props) {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  )
}
