import { useRef, useState } from 'react'
import { usePreference } from '../app/preferences'
import { chooseKey, ownerOf, resetKeys } from '../commands/chosen-keys'
import type { Command } from '../commands/command'
import { useCommandTable, useUsualCommands } from '../commands/command-table'
import { groupNames } from '../commands/group-names'
import { type KeyName, nameKey } from '../commands/keys'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import { KeyRecorder } from './key-recorder'
import { holdsAll, wordsOf } from './match-settings'
import styles from './settings.module.css'

interface Props {
  /** The words that are sought; all commands when empty. */
  readonly typed: string
  /** Whether to say so when nothing is found. */
  readonly isNoneShown?: boolean
}

/** Every command with its key, and how that is changed. */
export function KeysSection({ typed, isNoneShown = false }: Props) {
  const { say } = useWords()
  const [, setChosen] = usePreference('commandKeys')
  const sought = wordsOf(typed)
  const commands = useCommandTable().filter(({ name, group, keys }) =>
    holdsAll([name, say(groupNames[group]), ...keys.map((key) => nameKey(key))].join('\n'), sought),
  )
  if (commands.length === 0) {
    return isNoneShown ? <p className={styles.kept}>{say('No setting is called that.')}</p> : null
  }
  const isAll = sought.length === 0
  return (
    <section className={styles.keys}>
      {isAll ? (
        <div className={styles.keysHead}>
          <p className={styles.kept}>{say('Kept on this machine.')}</p>
          <Button onPress={() => setChosen({})}>{say('All usual keys again')}</Button>
        </div>
      ) : (
        <h3 className={styles.heading}>{say('Keys')}</h3>
      )}
      {Object.entries(groupNames).map(([group, name]) => {
        const inGroup = commands.filter((command) => command.group === group)
        if (inGroup.length === 0) return null
        return (
          <div key={group}>
            <h4 className={styles.group}>{say(name)}</h4>
            <ul aria-label={say(name)} className={styles.keyRows}>
              {inGroup.map((command) => (
                <KeyRow key={command.id} command={command} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function KeyRow({ command: { id, name, keys } }: { readonly command: Command }) {
  const { say } = useWords()
  const [chosen, setChosen] = usePreference('commandKeys')
  const commands = useCommandTable()
  const usual = useUsualCommands().find((command) => command.id === id)?.keys ?? []
  const [isRecording, setRecording] = useState(false)
  const recorder = useRef<HTMLButtonElement>(null)
  /** A key that was pressed and is another's. */
  const [asked, setAsked] = useState<{ readonly key: KeyName; readonly owner: Command }>()
  const isUsual = keys.length === usual.length && keys.every((key, index) => key === usual[index])
  /** What was asked about a key goes; the focus was in it. */
  const settle = () => {
    setAsked(undefined)
    recorder.current?.focus()
  }
  const give = (key: KeyName | undefined) => {
    settle()
    setChosen(chooseKey(chosen, id, key))
  }
  const take = (key: KeyName | undefined) => {
    setRecording(false)
    const owner = key === undefined ? undefined : ownerOf(commands, key, id)
    if (key !== undefined && owner !== undefined) setAsked({ key, owner })
    else give(key)
  }
  return (
    <li>
      <div className={styles.keyRow}>
        <span className={styles.command}>{name}</span>
        {!isUsual && (
          <Button
            look="plain"
            aria-label={say('Usual key of {name} again', { name })}
            onPress={() => {
              setChosen(resetKeys(chosen, id))
              recorder.current?.focus()
            }}
          >
            {say('Reset')}
          </Button>
        )}
        <KeyRecorder
          label={
            keys.length > 0 ? say('Change the key of {name}', { name }) : say('Give {name} a key', { name })
          }
          button={recorder}
          keys={keys}
          isRecording={isRecording}
          onStart={() => {
            setAsked(undefined)
            setRecording(true)
          }}
          onKey={take}
          onCancel={() => setRecording(false)}
        />
      </div>
      {asked !== undefined && (
        <div role="alert" className={styles.conflict}>
          <span>
            {say('{key} is the key of “{owner}”.', { key: nameKey(asked.key), owner: asked.owner.name })}
          </span>
          <Button onPress={() => give(asked.key)}>{say('Use it here instead')}</Button>
          <Button look="plain" onPress={settle}>
            {say('Leave it there')}
          </Button>
        </div>
      )}
    </li>
  )
}
