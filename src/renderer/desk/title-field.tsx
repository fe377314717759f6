import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import { readPost, writePost } from '../../document'
import { codeOf } from '../app/connection'
import { useServices } from '../app/services'
import { focusNamedPane } from '../commands/panes'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'
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
  const { say } = useWords()
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
      label={say('Title')}
      className={styles.title}
      placeholder={say('Title')}
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
  const { calls, drafts } = useServices()
  const waiting = useRef<{ oldTitle: string; timer: ReturnType<typeof setTimeout> }>(undefined)
  const now = useCallback(() => {
    const { current } = waiting
    if (current === undefined) return
    clearTimeout(current.timer)
    waiting.current = undefined
    const { slug, title, wasPublished } = readPost(session.doc)
    const isTaken = (name: string) =>
      calls.posts.find({ name }).then(
        (post) => post.id !== session.id,
        (error: unknown) => {
          if (codeOf(error) === 'not-found') return false
          throw error
        },
      )
    const follow = async () => {
      // The post may be left meanwhile; taken, it stays open until its slug is written.
      await drafts.take(session.id)
      try {
        const { oldTitle } = current
        const next = await slugAfterRename({ slug, oldTitle, newTitle: title, wasPublished, isTaken })
        const present = readPost(session.doc)
        // A newer title has its own turn, and a slug that somebody chose meanwhile stays.
        if (present.title === title && present.slug === slug) writePost(session.doc, { slug: next })
      } finally {
        drafts.release(session.id)
      }
    }
    follow().catch((error: unknown) => console.warn('The slug could not follow the title.', error))
  }, [session, calls, drafts])
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
