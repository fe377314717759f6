import { type KeyboardEvent, useId, useState } from 'react'
import { useTags } from '../app/library-view'
import { useWords } from '../words/words'
import styles from './tag-choice.module.css'

interface Props {
  /** What the tag is chosen for; the name of the line. */
  readonly label: string
  /** Whether a name that no post has yet may be chosen. */
  readonly canBeNew?: boolean
  readonly onChoose: (tag: string) => void
}

const mostShown = 7

/** A line to type the name of a tag into, with those in use below it, the most used first. */
export function TagChoice({ label, canBeNew = false, onChoose }: Props) {
  const { say, number } = useWords()
  const known = useTags().data ?? []
  const [text, setText] = useState('')
  const [active, setActive] = useState(-1)
  const listId = useId()
  const typed = text.trim().slice(0, 100)
  const shown = known
    .filter(({ name }) => name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostShown)
  const isKnown = known.some(({ name }) => name === typed)
  const choose = () => {
    const name = shown[active]?.name ?? (isKnown || canBeNew ? typed : shown[0]?.name)
    if (name !== undefined && name !== '') onChoose(name)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive(Math.min(shown.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(-1, active - 1))
    else if (event.key === 'Enter') choose()
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active === -1 ? undefined : `${listId}-${active}`}
        className={styles.input}
        placeholder={label}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the popover is opened to be typed into.
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={say('Tags in use')} className={styles.list}>
        {shown.map(({ name, count }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the line above, which holds the focus.
          <div
            key={name}
            role="option"
            tabIndex={-1}
            id={`${listId}-${index}`}
            aria-selected={index === active}
            aria-label={name}
            className={styles.option}
            onClick={() => onChoose(name)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.count}>{number(count)}</span>
          </div>
        ))}
      </div>
      {canBeNew && typed !== '' && !isKnown && (
        <p className={styles.hint}>{say('Enter makes the new tag “{tag}”.', { tag: typed })}</p>
      )}
      {!canBeNew && shown.length === 0 && <p className={styles.hint}>{say('No tag is called that.')}</p>}
    </>
  )
}
