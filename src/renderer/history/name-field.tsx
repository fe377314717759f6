import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../words/words'
import { type HistoryItem, titleOf } from './describe-version'
import styles from './history-head.module.css'

interface Props {
  readonly item: HistoryItem
  readonly onRename: (name: string | null) => void
}

/** The name of a version, to be typed in its place. Enter and leaving it keep it, Esc goes back. */
export function NameField({ item, onRename }: Props) {
  const words = useWords()
  const { say } = words
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    if (typed === undefined) return
    const name = typed.trim()
    setTyped(undefined)
    if (name !== (item.name ?? '')) onRename(name === '' ? null : name)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') keep()
    else if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault()
      setTyped(undefined)
    }
  }
  return (
    <input
      aria-label={say('Name of this version')}
      className={styles.field}
      maxLength={200}
      placeholder={say('{kind} – name this version', { kind: titleOf({ ...item, name: null }, words) })}
      value={typed ?? item.name ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  )
}
