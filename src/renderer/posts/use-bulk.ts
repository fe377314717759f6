import { useMemo, useRef } from 'react'
import type { PostId, PostStatus } from '../../document'
import { type Calls, sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys } from '../app/library-view'
import { idsOf, type List } from '../app/list-pages'
import { countMarks } from '../app/marks'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'

type Change = Parameters<Calls['posts']['bulk']>[0]['change']

/** What can be done with the marked posts, each at once and with one Undo. */
export interface Bulk {
  addTag(tag: string): void
  removeTag(tag: string): void
  setStatus(status: PostStatus): void
  setDate(date: string): void
  trash(): void
  restore(): void
}

export function useBulk(list: List): Bulk {
  const { calls, queries, drafts } = useServices()
  const { marks } = useWorkspace()
  const dispatch = useDispatch()
  const notify = useNotices()
  const now = useRef({ list, marks })
  now.current = { list, marks }
  return useMemo(() => {
    const fail = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
    /** Reads again what is on screen, the open post as well. */
    const show = () => {
      refreshLists(queries)
      void queries.invalidateQueries({ queryKey: keys.posts })
    }
    const undo = async (before: Awaited<ReturnType<Calls['posts']['bulk']>>['undo']) => {
      await calls.posts.undoBulk({ undo: before })
      show()
      dispatch({ do: 'settle' })
    }
    const change = async (change: Change, tell: (posts: string) => string) => {
      const { list, marks } = now.current
      await drafts.flushAll()
      const ids: readonly PostId[] =
        marks.kind === 'some' ? [...marks.ids] : await idsOf(calls, list.source.request)
      const done = await calls.posts.bulk({ ids: [...ids], change })
      show()
      dispatch({ do: 'settle' })
      notify({
        text: tell(countPosts(done.changed)),
        ...(done.changed > 0 && {
          action: { label: 'Undo', run: () => void undo(done.undo).catch(fail) },
        }),
      })
    }
    const run = (what: Change, tell: (posts: string) => string) => void change(what, tell).catch(fail)
    return {
      addTag: (tag) => run({ addTags: [tag] }, (posts) => `Tag “${tag}” added to ${posts}.`),
      removeTag: (tag) => run({ removeTags: [tag] }, (posts) => `Tag “${tag}” removed from ${posts}.`),
      setStatus: (status) =>
        run({ status }, (posts) =>
          status === 'published' ? `${posts} published.` : `${posts} back to draft.`,
        ),
      setDate: (date) => run({ date }, (posts) => `Date of ${posts} changed.`),
      trash: () => run({ trashed: true }, (posts) => `${posts} moved to trash.`),
      restore: () => run({ trashed: false }, (posts) => `${posts} restored.`),
    }
  }, [calls, queries, drafts, dispatch, notify])
}

/** `1 post`, `10,000 posts`. */
export const countPosts = (count: number) => (count === 1 ? '1 post' : `${count.toLocaleString()} posts`)

/** How many posts are marked in a list. */
export function useMarkCount(list: List): number {
  const { marks } = useWorkspace()
  return countMarks(marks, list.found)
}
