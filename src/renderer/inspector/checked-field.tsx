import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { useWords } from '../words/words'
import styles from './checked-field.module.css'

interface Props {
  /** Its name, shown above it. */
  readonly label: string
  readonly value: string
  readonly isReadOnly: boolean
  /** Stands in the field while it is empty. */
  readonly placeholder?: string
  /** What is said below it of what stands in it now, kept or not. */
  readonly hint?: (typed: string) => ReactNode
  /** What may be chosen as well as typed. */
  readonly suggestions?: readonly string[]
  /** For `focusProperty`. */
  readonly property?: string
  readonly direction?: 'ltr'
  /** Keeps what was typed; throws an error whose sentence is shown below the field. */
  readonly save: (text: string) => Promise<void>
}

/**
 * A field that is checked before it is kept: on Enter and on leaving it. What was refused stays in the field
 * with the reason below it; Esc goes back to what is kept.
 */
export function CheckedField(props: Props) {
  const { label, isReadOnly, placeholder, hint, suggestions, property, direction } = props
  const { text, error, type, keep, revert } = useCheckedText(props)
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') void keep()
    else if (event.key === 'Escape') revert()
  }
  const below = error ?? hint?.(text)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={below ? `${id}-below` : undefined}
        className={styles.input}
        spellCheck={false}
        autoComplete="off"
        dir={direction}
        data-property={property}
        placeholder={placeholder}
        readOnly={isReadOnly}
        value={text}
        list={suggestions && `${id}-list`}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {below && (
        <span
          id={`${id}-below`}
          className={error === undefined ? styles.hint : styles.error}
          {...(error === undefined ? {} : { role: 'alert' })}
        >
          {below}
        </span>
      )}
    </div>
  )
}

/** What stands in the field, kept or not, and why it wasn't kept. */
function useCheckedText({ label, value, save }: Pick<Props, 'label' | 'value' | 'save'>) {
  const [typed, setTyped] = useState<string>()
  const [error, setError] = useState<string>()
  const isSaving = useRef(false)
  const { say } = useWords()
  const notify = useNotices()
  const revert = () => {
    setTyped(undefined)
    setError(undefined)
  }
  const keep = async () => {
    if (typed === undefined || isSaving.current) return
    if (typed === value) return revert()
    isSaving.current = true
    try {
      await save(typed)
      revert()
    } catch (reason) {
      setError(withoutField(sentenceOf(reason)))
    }
    isSaving.current = false
  }
  // A post that is left by a key takes the field away without a blur. What was refused already is not tried
  // again; what is refused now is told where one is.
  const leave = useRef<() => void>(undefined)
  leave.current = () => {
    if (typed === undefined || typed === value || error !== undefined || isSaving.current) return
    save(typed).catch((reason: unknown) => {
      notify({
        text: say('{field} “{typed}” was not kept. {reason}', {
          field: label,
          typed,
          reason: withoutField(sentenceOf(reason)),
        }),
        kind: 'trouble',
      })
    })
  }
  useEffect(() => () => leave.current?.(), [])
  return { text: typed ?? value, error, type: setTyped, keep, revert }
}

/** The library names the field first (`fields.slug: …`); here the sentence stands beside it. */
const withoutField = (sentence: string) => sentence.replace(/^[a-zA-Z.]+: /, '')
