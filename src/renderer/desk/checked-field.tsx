import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { sentenceOf } from '../app/connection'
import styles from './checked-field.module.css'

interface Props {
  readonly label: string
  /** Stands before the field and is no part of it. */
  readonly prefix?: string
  readonly value: string
  readonly isReadOnly: boolean
  /** Keeps what was typed; throws an error whose sentence is shown beside the field. */
  readonly save: (text: string) => Promise<void>
}

/**
 * A small field that is checked before it is kept: on Enter and on leaving it. What was refused stays in
 * the field with the reason below it; Esc goes back to what is kept.
 */
export function CheckedField({ label, prefix, value, isReadOnly, save }: Props) {
  const [typed, setTyped] = useState<string>()
  const [error, setError] = useState<string>()
  const isSaving = useRef(false)
  const errorId = useId()
  const text = typed ?? value

  const keep = async () => {
    if (typed === undefined || isSaving.current) return
    if (typed === value) {
      setTyped(undefined)
      setError(undefined)
      return
    }
    isSaving.current = true
    try {
      await save(typed)
      setTyped(undefined)
      setError(undefined)
    } catch (reason) {
      setError(withoutField(sentenceOf(reason)))
    }
    isSaving.current = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void keep()
    else if (event.key === 'Escape') {
      setTyped(undefined)
      setError(undefined)
    }
  }
  return (
    <span className={styles.field}>
      <span className={styles.line}>
        {prefix !== undefined && (
          <span aria-hidden className={styles.prefix}>
            {prefix}
          </span>
        )}
        <span className={styles.grow} data-text={text || ' '}>
          <input
            aria-label={label}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : errorId}
            className={styles.input}
            size={1}
            spellCheck={false}
            readOnly={isReadOnly}
            value={text}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={() => void keep()}
            onKeyDown={onKeyDown}
          />
        </span>
      </span>
      {error !== undefined && (
        <span id={errorId} role="alert" className={styles.error}>
          {error}
        </span>
      )}
    </span>
  )
}

/** The library names the field first (`fields.slug: …`); here the sentence stands beside it. */
const withoutField = (sentence: string) => sentence.replace(/^[a-z.]+: /, '')
