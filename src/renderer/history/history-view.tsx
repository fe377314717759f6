import { type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { PostSummary } from '../../document'
import { sentenceOf } from '../app/connection'
import { type HistoryPlace, useDispatch } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
import { type HistoryItem, withReleased } from './describe-version'
import { HistoryHead } from './history-head'
import styles from './history-view.module.css'
import { ReadChanges } from './read-changes'
import { ReadText } from './read-text'
import { Timeline } from './timeline'
import { useFreshHistory, useHistoryActions, useVersions } from './use-history'
import { useRested } from './use-rested'
import { VersionList } from './version-list'

interface Props {
  readonly session: DraftSession
  readonly post: PostSummary
  readonly place: HistoryPlace
}

/** The past of a post, in the desk's place: a line to drag along, the post as it was, what changed since. */
export function HistoryView({ session, post, place }: Props) {
  const { say } = useWords()
  const versions = useVersions(session.id)
  useFreshHistory(session)
  const close = useClose()
  const section = useRef<HTMLElement>(null)
  useEscape(section, close)
  const items = useMemo(
    () => (versions.data ? withReleased(versions.data, post) : undefined),
    [versions.data, post],
  )
  return (
    <section ref={section} aria-label={say('History')} className={styles.history}>
      {items && <Reading session={session} post={post} items={items} place={place} onClose={close} />}
      {versions.isError && (
        <Empty title={say('The history can’t be read')}>
          <p role="alert">{sentenceOf(versions.error)}</p>
          <Button onPress={() => void versions.refetch()}>{say('Try again')}</Button>
          <Button onPress={close}>{say('Back to the text')}</Button>
        </Empty>
      )}
    </section>
  )
}

interface ReadingProps extends Props {
  readonly items: readonly HistoryItem[]
  readonly onClose: () => void
}

function Reading({ session, post, items, place, onClose }: ReadingProps) {
  const [version, setVersion] = useState(place.version)
  const [against, setAgainst] = useState(place.against)
  const [mode, setMode] = useState(place.mode)
  const actions = useHistoryActions(session)
  const found = items.findIndex(({ id }) => id === version)
  const index = Math.max(0, found)
  const item = items[index]
  const rested = useRested(item?.id ?? 'now')
  // The thumb follows the hand; the list follows the thumb when there is time.
  const listed = useDeferredValue(item?.id ?? 'now')
  const main = useRef<HTMLDivElement>(null)
  useEffect(() => {
    main.current?.querySelector<HTMLElement>('input[type="range"]')?.focus()
  }, [])
  const onSelect = useCallback(
    (at: number) => {
      const next = items[at]
      if (next) setVersion(next.id)
    },
    [items],
  )
  if (item === undefined) return null
  const isReadOnly = post.trashedAt !== null
  const restore = async () => {
    if (await actions.restore(item.id)) onClose()
  }
  return (
    <div ref={main} className={styles.columns}>
      <div className={styles.main}>
        <HistoryHead
          item={item}
          mode={mode}
          onMode={setMode}
          onRename={(name) => void actions.rename(item.id, name)}
          onRestore={isReadOnly || item.id === 'now' ? undefined : () => void restore()}
          onClose={onClose}
        />
        <div className={styles.line}>
          <Timeline items={items} selected={index} onSelect={onSelect} />
        </div>
        {mode === 'text' ? (
          <ReadText id={session.id} version={rested} />
        ) : (
          <ReadChanges
            session={session}
            items={items}
            version={rested}
            against={against}
            onAgainst={setAgainst}
            isReadOnly={isReadOnly}
          />
        )}
      </div>
      <VersionList items={items} selected={listed} onSelect={setVersion} />
    </div>
  )
}

function useClose(): () => void {
  const dispatch = useDispatch()
  return useCallback(() => {
    dispatch({ do: 'show-history', place: undefined })
    // The desk is there again once this is drawn.
    requestAnimationFrame(() => focusNamedPane('text'))
  }, [dispatch])
}

/** Esc leaves from anywhere in here, from the page in the frame, and when nothing has the focus. */
function useEscape(section: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const { target } = event
      const isElsewhere = target instanceof Element && target !== document.body
      if (isElsewhere && !section.current?.contains(target)) return
      event.preventDefault()
      close()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [section, close])
}
