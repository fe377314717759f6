import { useCallback, useEffect, useState } from 'react'
import { type PostContent, type PostId, readPost } from '../../document'
import { useServices } from '../app/services'
import type { SaveStatus } from './draft-outbox'
import type { DraftSession } from './draft-session'

export type DraftState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: DraftSession }
  | { readonly kind: 'failed'; readonly error: unknown }

/** Opens a post for as long as the component shows it. `retry` tries a failed opening again. */
export function useDraft(id: PostId): DraftState & { readonly retry: () => void } {
  const { drafts } = useServices()
  const [state, setState] = useState<DraftState & { id?: PostId }>({ kind: 'opening' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens it again.
  useEffect(() => {
    let isWanted = true
    let isTaken = false
    drafts.take(id).then(
      (session) => {
        if (!isWanted) return drafts.release(id)
        isTaken = true
        setState({ kind: 'open', session, id })
      },
      (error: unknown) => isWanted && setState({ kind: 'failed', error, id }),
    )
    return () => {
      isWanted = false
      if (isTaken) drafts.release(id)
    }
  }, [drafts, id, attempt])
  const retry = useCallback(() => {
    setState({ kind: 'opening' })
    setAttempt((before) => before + 1)
  }, [])
  return state.id === id ? { ...state, retry } : { kind: 'opening', retry }
}

/** How long all has to be saved before it is shown: while one types, the word would flicker otherwise. */
const calmMs = 250

/** Where the post's edits stand, as it is shown: `saved` comes a moment late, never early. */
export function useSaveStatus(session: DraftSession): SaveStatus {
  const [shown, setShown] = useState(session.outbox.status)
  useEffect(() => {
    const { outbox } = session
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      clearTimeout(timer)
      const { status } = outbox
      if (status.kind === 'saved') timer = setTimeout(() => setShown(status), calmMs)
      else setShown((before) => (before.kind === 'saving' && status.kind === 'saving' ? before : status))
    }
    setShown(outbox.status)
    const stop = outbox.subscribe(follow)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
  return shown
}

export type DraftFields = Omit<PostContent, 'body'>

/** Everything about the post but its text; draws again only when one of the fields changes. */
export function useDraftFields(session: DraftSession): DraftFields {
  const [fields, setFields] = useState(() => readFields(session))
  useEffect(() => {
    const { doc } = session
    const shared = [
      doc.getText('title'),
      doc.getText('summary'),
      doc.getMap('meta'),
      doc.getMap('tags'),
      doc.getMap('extra'),
    ]
    const read = () => setFields(readFields(session))
    read()
    for (const type of shared) type.observe(read)
    return () => {
      for (const type of shared) type.unobserve(read)
    }
  }, [session])
  return fields
}

function readFields(session: DraftSession): DraftFields {
  const { body: _, ...fields } = readPost(session.doc)
  return fields
}
