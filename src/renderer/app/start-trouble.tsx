import { LibraryBig } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { type Connection, codeOf, sentenceOf } from './connection'
import styles from './frame.module.css'

interface Props {
  readonly connection: Connection
  readonly error: unknown
  readonly onRetry: () => void
}

/** What stands instead of the screen when the library can't be opened. */
export function StartTrouble({ connection, error, onRetry }: Props) {
  const isLost = codeOf(error) === 'connection-lost'
  useEffect(
    () => connection.subscribe(() => connection.state() === 'open' && onRetry()),
    [connection, onRetry],
  )
  return (
    <main aria-label="Trouble" className={styles.start}>
      <div role="alert" className={styles.start}>
        <Empty icon={<LibraryBig size={32} strokeWidth={1.25} />} title="The library can’t be opened">
          <p>{sentenceOf(error)}</p>
          {!isLost && <p>Nothing in it was changed.</p>}
          <Button onPress={onRetry}>Try again</Button>
        </Empty>
      </div>
    </main>
  )
}
