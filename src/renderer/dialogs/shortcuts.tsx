import { useCommandTable } from '../commands/command-keys'
import { nameKey } from '../commands/keys'
import { Dialog } from '../design/dialog'
import styles from './shortcuts.module.css'

const groups = ['Posts', 'Text', 'View', 'Site', 'Help'] as const

/** Every command that has a key. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommandTable().filter(({ keys }) => keys.length > 0)
  return (
    <Dialog title="Keyboard shortcuts" width="wide" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
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
