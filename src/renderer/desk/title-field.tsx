import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { type PostSummary, readPost, writePost } from '../../document'
import { keys } from '../app/library-view'
import { useServices } from '../app/services'
import { focusNamedPane } from '../commands/panes'
import type { DraftSession } from '../drafts/draft-session'
import { useDeskHandle } from './desk-handle'
import { GrowingText } from './growing-text'
import styles from './post-head.module.css'
import { slugAfterRename } from './slug-rule'
import { useSharedText } from './use-shared-text'

/** A pause in typing after which the slug follows the title. */
const slugPauseMs = 600

/** The title as the heading that it will be. Enter goes on to the text. */
export function TitleField({
  session,
  isReadOnly,
}: {
  readonly session: DraftSession
  readonly isReadOnly: boolean
}) {
  const handle = useDeskHandle()
  const { ref, value, change } = useSharedText(session.doc.getText('title'))
  const follow = useFollowingSlug(session)
  useEffect(() => {
    handle.current.title = ref.current ?? undefined
    return () => {
      handle.current.title = undefined
    }
  }, [handle, ref])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    focusNamedPane('text')
  }
  return (
    <GrowingText
      areaRef={ref}
      label="Title"
      className={styles.title}
      placeholder="Title"
      value={value}
      maxLength={1000}
      isReadOnly={isReadOnly}
      onChange={(next) => {
        const old = value
        change(next.replace(/\s*\n\s*/g, ' '))
        follow.later(old)
      }}
      onBlur={follow.now}
      onKeyDown={onKeyDown}
    />
  )
}

/** Lets the slug follow the title after a pause, and at once when the field is left or goes away. */
function useFollowingSlug(session: DraftSession) {
  const { queries } = useServices()
  const waiting = useRef<{ oldTitle: string; timer: ReturnType<typeof setTimeout> }>(undefined)
  const now = useCallback(() => {
    const { current } = waiting
    if (current === undefined) return
    clearTimeout(current.timer)
    waiting.current = undefined
    const { slug, title, wasPublished } = readPost(session.doc)
    const posts = queries.getQueryData<readonly PostSummary[]>(keys.live) ?? []
    const isTaken = (name: string) => posts.some((post) => post.id !== session.id && post.slug === name)
    const next = slugAfterRename({ slug, oldTitle: current.oldTitle, newTitle: title, wasPublished, isTaken })
    writePost(session.doc, { slug: next })
  }, [session, queries])
  const later = useCallback(
    (title: string) => {
      const { oldTitle, timer } = waiting.current ?? { oldTitle: title }
      clearTimeout(timer)
      waiting.current = { oldTitle, timer: setTimeout(now, slugPauseMs) }
    },
    [now],
  )
  useEffect(() => now, [now])
  return { now, later }
}
