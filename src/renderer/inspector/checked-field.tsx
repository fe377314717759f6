import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import styles from './checked-field.module.css'

interface Props {
  readonly label: string
  /** Stands before the field and is no part of it. */
  readonly prefix?: string
  readonly value: string
  readonly isReadOnly: boolean
  /** Stands in the field while it is empty. */
  readonly placeholder?: string
  /** Keeps what was typed; throws an error whose sentence is shown beside the field. */
  readonly save: (text: string) => Promise<void>
}

/**
 * A small field that is checked before it is kept: on Enter and on leaving it. What was refused stays in
 * the field with the reason below it; Esc goes back to what is kept.
 */
export function CheckedField({ label, prefix, value, isReadOnly, placeholder, save }: Props) {
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
  const notify = useNotices()
  // A post that is left by a key takes the field away without a blur. What was refused already is not tried
  // again; what is refused now is told where one is.
  const leave = useRef<() => void>(undefined)
  leave.current = () => {
    if (typed === undefined || typed === value || error !== undefined || isSaving.current) return
    save(typed).catch((reason: unknown) => {
      notify({
        text: `${label} “${typed}” was not kept. ${withoutField(sentenceOf(reason))}`,
        kind: 'trouble',
      })
    })
  }
  useEffect(() => () => leave.current?.(), [])
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
        <span className={styles.grow} data-text={text || placeholder || ' '}>
          <input
            aria-label={label}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? undefined : errorId}
            className={styles.input}
            size={1}
            spellCheck={false}
            placeholder={placeholder}
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
