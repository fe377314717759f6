import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
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
import { saveCopy } from './save-copy'
import styles from './status-bar.module.css'

interface Props {
  readonly session: DraftSession
  readonly rendering: LiveRendering
  readonly position: LiveValue<CursorPosition>
}

/** Whether all is saved, how long the post is, where the cursor stands. */
export function StatusBar({ session, rendering, position }: Props) {
  return (
    <section aria-label="Status bar" className={styles.bar} data-goes-quiet>
      <Saving session={session} />
      <Figures session={session} rendering={rendering} position={position} />
      <ChecksNote id={session.id} />
      <Position position={position} />
    </section>
  )
}

function Saving({ session }: Pick<Props, 'session'>) {
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
        aria-label="Saving status"
        title={
          status.kind === 'failed'
            ? `${status.reason} What you type stays here and is tried again.`
            : undefined
        }
      >
        {sayStatus(status)}
      </span>
      {status.kind === 'failed' && (
        <>
          <button type="button" className={styles.retry} onClick={() => void session.outbox.flush()}>
            Try again
          </button>
          <button type="button" className={styles.retry} onClick={() => saveCopy(session)}>
            Save a copy…
          </button>
        </>
      )}
      {others > 0 && (
        <span>{others === 1 ? '1 other post is not saved' : `${others} other posts are not saved`}</span>
      )}
    </span>
  )
}

function sayStatus(status: SaveStatus): string {
  switch (status.kind) {
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'failed':
      return `Not saved: ${shortReasons[codeOf(status.cause)] ?? status.reason}`
  }
}

/** The bar has little room; pointing at it tells the whole sentence. */
const shortReasons: Readonly<Record<string, string>> = {
  'disk-full': 'disk full',
  'no-permission': 'no permission to write',
  'connection-lost': 'connection lost',
  busy: 'library busy',
}

/** A pause after which the position is told: while one types nothing moves, and no letter waits for it. */
const restMs = 150

function Position({ position }: Pick<Props, 'position'>) {
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
      Line {line}, column {column}
    </span>
  )
}
