import type { KeyboardEvent, RefObject } from 'react'
import { type KeyName, nameKey, nameOfKey } from '../commands/keys'
import { useWords } from '../words/words'
import styles from './settings.module.css'

interface Props {
  readonly label: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly keys: readonly KeyName[]
  readonly isRecording: boolean
  readonly onStart: () => void
  /** A key was pressed; undefined: none is wanted. */
  readonly onKey: (key: KeyName | undefined) => void
  readonly onCancel: () => void
}

/** Shows the keys of a command; pressed, it waits for another: Esc leaves it as it is, Backspace takes it away. */
export function KeyRecorder({ label, button, keys, isRecording, onStart, onKey, onCancel }: Props) {
  const { say } = useWords()
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onCancel()
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (isBare && (event.key === 'Backspace' || event.key === 'Delete')) return onKey(undefined)
    const key = nameOfKey(event.nativeEvent)
    if (key !== undefined) onKey(key)
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles.recorder}
      aria-label={isRecording ? say('Press the new key; Escape leaves it, Backspace takes it away') : label}
      aria-pressed={isRecording}
      onClick={() => (isRecording ? onCancel() : onStart())}
      onBlur={() => isRecording && onCancel()}
      onKeyDown={onKeyDown}
    >
      {isRecording ? (
        <span className={styles.waiting}>{say('Press a key…')}</span>
      ) : keys.length === 0 ? (
        <span className={styles.none}>{say('No key')}</span>
      ) : (
        keys.map((key) => <kbd key={key}>{nameKey(key)}</kbd>)
      )}
    </button>
  )
}
