import { LibraryBig } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'
import { type Connection, codeOf, sentenceOf } from './connection'
import styles from './frame.module.css'

interface Props {
  readonly connection: Connection
  readonly error: unknown
  readonly onRetry: () => void
}

/** What stands instead of the screen when the library can't be opened. */
export function StartTrouble({ connection, error, onRetry }: Props) {
  const { say, hear } = useWords()
  const isLost = codeOf(error) === 'connection-lost'
  useEffect(
    () => connection.subscribe(() => connection.state() === 'open' && onRetry()),
    [connection, onRetry],
  )
  return (
    <main aria-label={say('Trouble')} className={styles.start}>
      <div role="alert" className={styles.start}>
        <Empty icon={<LibraryBig size={32} strokeWidth={1.25} />} title={say('The library can’t be opened')}>
          <p>{hear(sentenceOf(error))}</p>
          {!isLost && <p>{say('Nothing in it was changed.')}</p>}
          <Button onPress={onRetry}>{say('Try again')}</Button>
        </Empty>
      </div>
    </main>
  )
}
