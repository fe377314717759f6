import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { Command } from '../commands/command'
import { useCommandTable } from '../commands/command-keys'
import { nameKey } from '../commands/keys'
import styles from './command-palette.module.css'
import { matchCommands } from './match-commands'

/** Every command by name: type, choose, Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Command palette" className={styles.dialog ?? ''}>
          <Palette onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Palette({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommandTable()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = matchCommands(commands, typed)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#palette-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const run = (command: Command | undefined) => {
    if (command === undefined) return
    onClose()
    // After the dialog has gone and given the focus back, so that the command may put it elsewhere.
    setTimeout(command.run, 0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1)
    else if (event.key === 'Home' && typed === '') setActive(0)
    else if (event.key === 'End' && typed === '') setActive(last)
    else if (event.key === 'Enter') run(found[active])
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Command"
        aria-expanded
        aria-controls="palette-commands"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `palette-${active}` : undefined}
        className={styles.input}
        placeholder="Type a command"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: a palette is opened to be typed into.
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} role="listbox" id="palette-commands" aria-label="Commands" className={styles.list}>
        {found.map((command, index) => (
          <Option key={command.id} command={command} index={index} isActive={index === active} onRun={run} />
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>No command is called that.</p>}
    </>
  )
}

interface OptionProps {
  readonly command: Command
  readonly index: number
  readonly isActive: boolean
  readonly onRun: (command: Command) => void
}

function Option({ command, index, isActive, onRun }: OptionProps) {
  const [key] = command.keys
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the line above, which holds the focus.
    <div
      role="option"
      tabIndex={-1}
      id={`palette-${index}`}
      aria-selected={isActive}
      aria-label={command.name}
      className={styles.option}
      onClick={() => onRun(command)}
    >
      <span className={styles.name}>{command.name}</span>
      <span className={styles.group}>{command.group}</span>
      <kbd className={styles.key}>{key !== undefined && nameKey(key)}</kbd>
    </div>
  )
}
