import { useMemo, useRef, useState } from 'react'
import type { PostStatus } from '../../document'
import { type Calls, sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys } from '../app/library-view'
import { idsOf, type List } from '../app/list-pages'
import { LiveValue } from '../app/live-value'
import { countMarks } from '../app/marks'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'
import { useWords } from '../words/words'

/** So many posts are changed at once: a fraction of a second, in which nothing else is saved. */
const partSize = 100

/** How far a change of many posts is. */
export interface BulkProgress {
  readonly total: number
  readonly done: number
  readonly stop: () => void
}

type Undo = Awaited<ReturnType<Calls['posts']['bulk']>>['undo']
type Change = Parameters<Calls['posts']['bulk']>[0]['change']

/** What can be done with the marked posts, each at once and with one Undo. */
export interface Bulk {
  /** Undefined while nothing is under way, or it is done in a moment. */
  readonly progress: LiveValue<BulkProgress | undefined>
  addTag(tag: string): void
  removeTag(tag: string): void
  setStatus(status: PostStatus): void
  setDate(date: string): void
  trash(): void
  restore(): void
}

export function useBulk(list: List): Bulk {
  const { say } = useWords()
  const { calls, queries, drafts } = useServices()
  const { marks } = useWorkspace()
  const dispatch = useDispatch()
  const notify = useNotices()
  const now = useRef({ list, marks })
  now.current = { list, marks }
  const [progress] = useState(() => new LiveValue<BulkProgress | undefined>(undefined))
  return useMemo(() => {
    const fail = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
    /** Reads again what is on screen, the open post as well. */
    const show = () => {
      refreshLists(queries)
      void queries.invalidateQueries({ queryKey: keys.posts })
    }
    const undo = async (before: Undo) => {
      for (let at = 0; at < before.length; at += partSize)
        await calls.posts.undoBulk({ undo: before.slice(at, at + partSize) })
      show()
      dispatch({ do: 'settle' })
    }
    /** In parts: between two of them what is typed meanwhile is saved, and one can stop. */
    const change = async (change: Change, tell: (count: number) => string) => {
      const { list, marks } = now.current
      await drafts.flushAll()
      const ids = marks.kind === 'some' ? [...marks.ids] : await idsOf(calls, list.source.request)
      const undone: Undo[number][] = []
      const work = { total: ids.length, done: 0, isStopped: false }
      try {
        for (; work.done < ids.length && !work.isStopped; work.done += partSize) {
          if (ids.length > partSize) progress.set({ ...work, stop: () => (work.isStopped = true) })
          const part = ids.slice(work.done, work.done + partSize)
          const { undo } = await calls.posts.bulk({ ids: part, change })
          undone.push(...undo)
        }
      } catch (error) {
        // What was done before stays, and can be undone as well.
        if (undone.length === 0) throw error
        fail(error)
      } finally {
        progress.set(undefined)
      }
      show()
      dispatch({ do: 'settle' })
      notify({
        text: tell(undone.length),
        ...(undone.length > 0 && {
          action: { label: say('Undo'), run: () => void undo(undone).catch(fail) },
        }),
      })
    }
    const run = (what: Change, tell: (count: number) => string) => void change(what, tell).catch(fail)
    return {
      progress,
      addTag: (tag) =>
        run({ addTags: [tag] }, (count) =>
          say('Tag “{tag}” added to {count, plural, one {# post} other {# posts}}.', { tag, count }),
        ),
      removeTag: (tag) =>
        run({ removeTags: [tag] }, (count) =>
          say('Tag “{tag}” removed from {count, plural, one {# post} other {# posts}}.', { tag, count }),
        ),
      setStatus: (status) =>
        run({ status }, (count) =>
          status === 'published'
            ? say('{count, plural, one {# post} other {# posts}} published.', { count })
            : say('{count, plural, one {# post} other {# posts}} back to draft.', { count }),
        ),
      setDate: (date) =>
        run({ date }, (count) =>
          say('Date of {count, plural, one {# post} other {# posts}} changed.', { count }),
        ),
      trash: () =>
        run({ trashed: true }, (count) =>
          say('{count, plural, one {# post} other {# posts}} moved to trash.', { count }),
        ),
      restore: () =>
        run({ trashed: false }, (count) =>
          say('{count, plural, one {# post} other {# posts}} restored.', { count }),
        ),
    }
  }, [calls, queries, drafts, dispatch, notify, progress, say])
}

/** How many posts are marked in a list. */
export function useMarkCount(list: List): number {
  const { marks } = useWorkspace()
  return countMarks(marks, list.found)
}
