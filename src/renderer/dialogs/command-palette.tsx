import { useState } from 'react'
import type { Command } from '../commands/command'
import { useCommandTable } from '../commands/command-table'
import { groupNames } from '../commands/group-names'
import { nameKey } from '../commands/keys'
import { useWords } from '../words/words'
import { Chooser } from './chooser'
import styles from './command-palette.module.css'
import { matchCommands } from './match-commands'

/** Every command by name: type, choose, Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommandTable()
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const run = (command: Command) => {
    onClose()
    // After the dialog has gone and given the focus back, so that the command may put it elsewhere.
    setTimeout(command.run, 0)
  }
  return (
    <Chooser
      title={say('Command palette')}
      label={say('Command')}
      listLabel={say('Commands')}
      placeholder={say('Type a command')}
      typed={typed}
      onType={setTyped}
      choices={matchCommands(commands, typed).map((command) => ({
        key: command.id,
        name: command.name,
        content: <Words command={command} />,
        choose: () => run(command),
      }))}
      none={say('No command is called that.')}
      onClose={onClose}
    />
  )
}

function Words({ command: { name, group, keys } }: { readonly command: Command }) {
  const { say } = useWords()
  const [key] = keys
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.group}>{say(groupNames[group])}</span>
      <kbd className={styles.key}>{key !== undefined && nameKey(key)}</kbd>
    </>
  )
}
