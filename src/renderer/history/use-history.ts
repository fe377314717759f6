import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { PostState } from '../../api/contract'
import type { PostId } from '../../document'
import { systemClock } from '../app/clock'
import { type Calls, sentenceOf } from '../app/connection'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import type { DraftSession } from '../drafts/draft-session'
import { useWords } from '../words/words'

const keyOf = (id: PostId) => ['history', id] as const

/** Every version, newest first, the present state before them. */
export function useVersions(id: PostId) {
  const { calls } = useServices()
  return useQuery({
    queryKey: [...keyOf(id), 'versions'],
    queryFn: ({ signal }) => calls.history.list({ id }, { signal }),
  })
}

/** A state of the post; the one before stays until it is there. */
export function usePostState(id: PostId, version: string) {
  const { calls } = useServices()
  return useQuery<PostState>({
    queryKey: [...keyOf(id), 'state', version],
    queryFn: ({ signal }) => calls.history.read({ id, version }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  })
}

export type Comparison = Awaited<ReturnType<Calls['history']['compare']>>

/** What changed between two states; the answer before stays until it is there. */
export function useComparison(id: PostId, from: string, to: string, isEnabled: boolean) {
  const { calls } = useServices()
  return useQuery<Comparison>({
    queryKey: [...keyOf(id), 'comparison', from, to],
    queryFn: ({ signal }) => calls.history.compare({ id, from, to }, { signal }),
    placeholderData: keepPreviousData,
    enabled: isEnabled,
    gcTime: 60_000,
  })
}

/** A pause after an edit, by whomever, before what is shown of the present state is read again. */
const gatherMs = 300

/** Reads the present state again when the post changes while its history is open. */
export function useFreshHistory(session: DraftSession): void {
  const queries = useQueryClient()
  useEffect(() => {
    const { doc, id } = session
    const read = async () => {
      await session.outbox.flush()
      await queries.invalidateQueries({ queryKey: keyOf(id) })
    }
    let cancel: (() => void) | undefined
    const onUpdate = () => {
      cancel?.()
      cancel = systemClock.after(gatherMs, () => void read())
    }
    doc.on('update', onUpdate)
    void read()
    return () => {
      doc.off('update', onUpdate)
      cancel?.()
      queries.removeQueries({ queryKey: keyOf(id) })
    }
  }, [session, queries])
}

/** What can be done with versions. Failures are told to the writer; none of them changes anything. */
export interface HistoryActions {
  /** Makes the post read as it did, with a way back. True when it does. */
  restore(version: string): Promise<boolean>
  rename(version: string, name: string | null): Promise<void>
}

export function useHistoryActions(session: DraftSession): HistoryActions {
  const { say } = useWords()
  const { calls } = useServices()
  const queries = useQueryClient()
  const notify = useNotices()
  return useMemo(() => {
    const { id, outbox } = session
    const attempt = async (work: () => Promise<void>) => {
      try {
        const status = await outbox.flush()
        if (status.kind === 'failed')
          throw new Error(say('{reason} Nothing was restored.', { reason: status.reason }))
        await work()
        return true
      } catch (error) {
        notify({ text: sentenceOf(error), kind: 'trouble' })
        return false
      }
    }
    return {
      restore: (version) =>
        attempt(async () => {
          const { before } = await calls.history.restore({ id, version })
          const undo = () =>
            attempt(async () => void (await calls.history.restore({ id, version: before.id })))
          notify({
            text: say('Restored. What was there before is a version of its own.'),
            action: { label: say('Undo'), run: () => void undo() },
          })
        }),
      async rename(version, name) {
        try {
          await calls.history.rename({ id, version, name })
          await queries.invalidateQueries({ queryKey: [...keyOf(id), 'versions'] })
        } catch (error) {
          notify({ text: sentenceOf(error), kind: 'trouble' })
        }
      },
    }
  }, [calls, notify, queries, session, say])
}
