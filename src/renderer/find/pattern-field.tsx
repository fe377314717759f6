import type { ReactNode, RefObject } from 'react'
import styles from './pattern-field.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isInvalid?: boolean
  /** Whether it is where CodeMirror's search begins. */
  readonly isMain?: boolean
  /** Whether a dialog begins with it. */
  readonly isFirst?: boolean
  readonly input?: RefObject<HTMLInputElement | null>
  /** Stands at its end, inside. */
  readonly children?: ReactNode
}

/** A line of words to find, or to put in their place. */
export function PatternField({
  label,
  value,
  onChange,
  isInvalid = false,
  isMain,
  isFirst,
  input,
  children,
}: Props) {
  return (
    <div className={styles.field} data-invalid={isInvalid || undefined}>
      <input
        ref={input}
        className={styles.input}
        aria-label={label}
        aria-invalid={isInvalid || undefined}
        placeholder={label}
        value={value}
        spellCheck={false}
        autoComplete="off"
        // CodeMirror goes there when the panel is open already.
        main-field={isMain ? 'true' : undefined}
        // biome-ignore lint/a11y/noAutofocus: who opens a dialog to find begins by typing what.
        autoFocus={isFirst}
        onChange={(event) => onChange(event.target.value)}
      />
      {children}
    </div>
  )
}
