import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { type Term, term, type Words } from '../../words'
import { codeOf } from '../app/connection'
import type { LiveValue } from '../app/live-value'
import { useServices } from '../app/services'
import { ChecksNote } from '../checks'
import type { SaveStatus } from '../drafts/draft-outbox'
import type { DraftSession } from '../drafts/draft-session'
import { useSaveStatus } from '../drafts/use-draft'
import type { CursorPosition } from '../editor/editor'
import type { LiveRendering } from '../preview/use-rendering'
import { Figures } from '../prose/figures'
import { useWords } from '../words/words'
import { saveCopy } from './save-copy'
import styles from './status-bar.module.css'

interface Props {
  readonly session: DraftSession
  readonly rendering: LiveRendering
  readonly position: LiveValue<CursorPosition>
}

/** Whether all is saved, how long the post is, where the cursor stands. */
export function StatusBar({ session, rendering, position }: Props) {
  const { say } = useWords()
  return (
    <section aria-label={say('Status bar')} className={styles.bar} data-goes-quiet>
      <Saving session={session} />
      <Figures session={session} rendering={rendering} position={position} />
      <ChecksNote id={session.id} />
      <Position position={position} />
    </section>
  )
}

function Saving({ session }: Pick<Props, 'session'>) {
  const words = useWords()
  const { say } = words
  const { drafts } = useServices()
  const status = useSaveStatus(session)
  const others = useSyncExternalStore(
    useCallback((listener) => drafts.subscribe(listener), [drafts]),
    () => drafts.unsavedCount(session),
  )
  return (
    <span className={styles.saving} data-kind={status.kind}>
      <span
        role="status"
        aria-label={say('Saving status')}
        title={
          status.kind === 'failed'
            ? say('{reason} What you type stays here and is tried again.', {
                reason: words.hear(status.reason),
              })
            : undefined
        }
      >
        {sayStatus(status, words)}
      </span>
      {status.kind === 'failed' && (
        <>
          <button type="button" className={styles.retry} onClick={() => void session.outbox.flush()}>
            {say('Try again')}
          </button>
          <button type="button" className={styles.retry} onClick={() => saveCopy(session)}>
            {say('Save a copy…')}
          </button>
        </>
      )}
      {others > 0 && (
        <span>
          {say('{others, plural, one {# other post is} other {# other posts are}} not saved', { others })}
        </span>
      )}
    </span>
  )
}

function sayStatus(status: SaveStatus, { say, hear }: Words): string {
  switch (status.kind) {
    case 'saved':
      return say('Saved')
    case 'saving':
      return say('Saving…')
    case 'failed': {
      const short = shortReasons[codeOf(status.cause)]
      return say('Not saved: {reason}', {
        reason: short === undefined ? hear(status.reason) : say(short),
      })
    }
  }
}

/** The bar has little room; pointing at it tells the whole sentence. */
const shortReasons: Readonly<Record<string, Term>> = {
  'disk-full': term('disk full'),
  'no-permission': term('no permission to write'),
  'connection-lost': term('connection lost'),
  busy: term('library busy'),
}

/** A pause after which the position is told: while one types nothing moves, and no letter waits for it. */
const restMs = 150

function Position({ position }: Pick<Props, 'position'>) {
  const { say } = useWords()
  const [{ line, column }, setShown] = useState(position.get)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = position.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => setShown(position.get()), restMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [position])
  return (
    <span className={styles.position}>
      {say('Line {line}, column {column}', { line: String(line), column: String(column) })}
    </span>
  )
}
