import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import styles from './chooser.module.css'

/** One of the things to choose from. */
interface Choice {
  readonly key: string
  /** What assistive tools call it. */
  readonly name: string
  readonly content: ReactNode
  readonly choose: () => void
}

interface Props {
  /** What the dialog, its line and its list are called. */
  readonly title: string
  readonly label: string
  readonly listLabel: string
  readonly placeholder: string
  readonly typed: string
  readonly onType: (text: string) => void
  readonly choices: readonly Choice[]
  /** Said when there is nothing to choose; undefined while that isn't known. */
  readonly none: string | undefined
  readonly onClose: () => void
}

/** A line to type into and, below it, what answers to it: arrows move, Enter chooses, Esc leaves. */
export function Chooser({ title, onClose, ...line }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={title} className={styles.dialog ?? ''}>
          <Line {...line} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Line(props: Omit<Props, 'title' | 'onClose'>) {
  const { label, listLabel, placeholder, typed, onType, choices, none } = props
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = choices.length - 1
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1)
    else if (event.key === 'Home' && typed === '') setActive(0)
    else if (event.key === 'End' && typed === '') setActive(last)
    else if (event.key === 'Enter') choices[active]?.choose()
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-${active}` : undefined}
        className={styles.input}
        placeholder={placeholder}
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it is opened to be typed into.
        autoFocus
        value={typed}
        onChange={(event) => {
          onType(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} role="listbox" id={id} aria-label={listLabel} className={styles.list}>
        {choices.map(({ key, name, content, choose }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the line above, which holds the focus.
          <div
            key={key}
            role="option"
            tabIndex={-1}
            id={`${id}-${index}`}
            aria-selected={index === active}
            aria-label={name}
            className={styles.option}
            onClick={choose}
          >
            {content}
          </div>
        ))}
      </div>
      {choices.length === 0 && none !== undefined && <p className={styles.none}>{none}</p>}
    </>
  )
}
