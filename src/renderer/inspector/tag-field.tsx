import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { setTags } from '../../document'
import { useTags } from '../app/library-view'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import { suggestTags } from './suggest-tags'
import styles from './tag-field.module.css'

interface Props {
  readonly session: DraftSession
  readonly tags: readonly string[]
  readonly isReadOnly: boolean
}

/** The post's tags, and a line to add one: Enter or a comma adds, Backspace in an empty line takes the last. */
export function TagField({ session, tags, isReadOnly }: Props) {
  const { say } = useWords()
  const set = (next: readonly string[]) => setTags(session.doc, next)
  return (
    <ul aria-label={say('Tags')} className={styles.tags}>
      {tags.map((tag) => (
        <li key={tag} className={styles.tag} data-removable={!isReadOnly || undefined}>
          {tag}
          {!isReadOnly && (
            <Button
              aria-label={say('Remove tag {tag}', { tag })}
              className={styles.remove ?? ''}
              onPress={() => set(tags.filter((other) => other !== tag))}
            >
              <X size={11} />
            </Button>
          )}
        </li>
      ))}
      {!isReadOnly && (
        <li className={styles.adding}>
          <TagInput
            tags={tags}
            onAdd={(added) => set([...tags, ...added])}
            onRemoveLast={() => set(tags.slice(0, -1))}
          />
        </li>
      )}
    </ul>
  )
}

interface InputProps {
  readonly tags: readonly string[]
  readonly onAdd: (tags: readonly string[]) => void
  readonly onRemoveLast: () => void
}

function TagInput({ tags, onAdd, onRemoveLast }: InputProps) {
  const { say } = useWords()
  const [text, setText] = useState('')
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const suggestions = useSuggestions(text, tags)
  const listId = useId()
  const isShown = isOpen && suggestions.length > 0
  const add = (written: string) => {
    const added = written
      .split(',')
      .map((tag) => tag.trim().slice(0, 100))
      .filter(Boolean)
    if (added.length > 0) onAdd(added)
    setText('')
    setActive(-1)
  }
  // A post that is left by a key takes the line away without a blur: what stands in it is a tag then, too.
  const leave = useRef<() => void>(undefined)
  leave.current = () => {
    if (text.trim() !== '') add(text)
  }
  useEffect(() => () => leave.current?.(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') add(suggestions[active] ?? text)
    else if (event.key === 'Tab' && isShown && active >= 0) add(suggestions[active] ?? text)
    else if (event.key === 'ArrowDown' && isShown) setActive((active + 1) % suggestions.length)
    else if (event.key === 'ArrowUp' && isShown) setActive(active <= 0 ? suggestions.length - 1 : active - 1)
    else if (event.key === 'Escape' && isShown) setOpen(false)
    else if (event.key === 'Backspace' && text === '' && tags.length > 0) onRemoveLast()
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        aria-label={say('Add tag')}
        data-property="tags"
        aria-autocomplete="list"
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
        className={styles.input}
        placeholder={tags.length === 0 ? say('Add tags') : say('Add tag')}
        value={text}
        spellCheck={false}
        onChange={(event) => {
          const { value } = event.target
          setActive(-1)
          setOpen(true)
          if (value.includes(',')) add(value)
          else setText(value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          add(text)
          setOpen(false)
        }}
      />
      {isShown && <Suggestions id={listId} names={suggestions} active={active} onChoose={add} />}
    </>
  )
}

interface SuggestionsProps {
  readonly id: string
  readonly names: readonly string[]
  readonly active: number
  readonly onChoose: (name: string) => void
}

function Suggestions({ id, names, active, onChoose }: SuggestionsProps) {
  const { say } = useWords()
  return (
    <div role="listbox" id={id} aria-label={say('Tags in use')} className={styles.suggestions}>
      {names.map((name, index) => (
        <div
          key={name}
          role="option"
          tabIndex={-1}
          id={`${id}-${index}`}
          aria-selected={index === active}
          className={styles.suggestion}
          // Pressing must not take the focus from the line before the choice is made.
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(name)
          }}
        >
          {name}
        </div>
      ))}
    </div>
  )
}

function useSuggestions(text: string, tags: readonly string[]): readonly string[] {
  const known = useTags().data
  return useMemo(() => suggestTags(text, known ?? [], tags), [text, known, tags])
}
