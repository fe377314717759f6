import { useSyncExternalStore } from 'react'
import { useWords } from '../words/words'
import styles from './frame.module.css'
import { useServices } from './services'

/** Says so while the library can't be reached; writing goes on, and what is written waits. */
export function ConnectionBar() {
  const { connection, bridge } = useServices()
  const { say } = useWords()
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  return (
    <div role="status">
      {state === 'lost' && (
        <p className={styles.lost}>
          {say('Connection lost. Trying again… What you write is kept here meanwhile.')}
          {/* Each start of the browser shell has a token of its own, which its address brings. */}
          {bridge === undefined &&
            ` ${say('If you started Longhand anew, open its new address in another tab.')}`}
        </p>
      )}
    </div>
  )
}
