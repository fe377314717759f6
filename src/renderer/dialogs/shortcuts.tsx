import { useCommandTable } from '../commands/command-table'
import { groupNames } from '../commands/group-names'
import { nameKey } from '../commands/keys'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import styles from './shortcuts.module.css'

/** Every command that has a key. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const commands = useCommandTable().filter(({ keys }) => keys.length > 0)
  return (
    <Dialog title={say('Keyboard shortcuts')} width="wide" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <div className={styles.groups} tabIndex={0}>
        {Object.entries(groupNames).map(([group, groupName]) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{say(groupName)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map(({ id, name, keys }) => (
                  <div key={id} className={styles.row}>
                    <dt>{name}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key}>{nameKey(key)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
