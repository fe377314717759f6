import { useSyncExternalStore } from 'react'
import styles from './frame.module.css'
import { useServices } from './services'

/** Says so while the library can't be reached; writing goes on, and what is written waits. */
export function ConnectionBar() {
  const { connection } = useServices()
  const state = useSyncExternalStore(connection.subscribe, connection.state)
  return (
    <div role="status">
      {state === 'lost' && (
        <p className={styles.lost}>Connection lost. Trying again… What you write is kept here meanwhile.</p>
      )}
    </div>
  )
}
