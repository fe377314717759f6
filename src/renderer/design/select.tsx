import { useId } from 'react'
import styles from './select.module.css'

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  /** In order; the key is what is chosen. */
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  /** What there is to choose from says what it is about; the label is still read out. */
  readonly isLabelHidden?: boolean
  /** A sentence below the label. */
  readonly hint?: string
  /** Whether it stands beside its label rather than below. */
  readonly isRow?: boolean
}

/** One of many, in the system's own list. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  isLabelHidden = false,
  hint,
  isRow = false,
}: Props<Value>) {
  const id = useId()
  return (
    <div className={styles.field} data-row={isRow || undefined}>
      <div className={styles.words}>
        <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : styles.label}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
      <select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
