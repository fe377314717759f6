import { useMemo } from 'react'
import type { Calls } from '../app/connection'
import { sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'

/** What can be done with a tag as a whole. Each throws what the library says, for the dialog that asked. */
export interface TagActions {
  /** Gives the tag another name in every post; where that is another tag, the two become one. */
  rename(from: string, to: string): Promise<void>
  remove(name: string): Promise<void>
  describe(name: string, description: string): Promise<void>
}

type Undo = Awaited<ReturnType<Calls['tags']['rename']>>['undo']

export function useTagActions(): TagActions {
  const { calls, queries, drafts } = useServices()
  const notify = useNotices()
  return useMemo(() => {
    const show = () => {
      refreshLists(queries)
      void queries.invalidateQueries({ queryKey: keys.posts })
    }
    const tell = (text: string, undo: Undo) => {
      const back = async () => {
        await calls.posts.undoBulk({ undo })
        show()
      }
      const fail = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
      notify({ text, action: { label: 'Undo', run: () => void back().catch(fail) } })
    }
    const posts = (count: number) => (count === 1 ? '1 post' : `${count.toLocaleString()} posts`)
    return {
      async rename(from, to) {
        await drafts.flushAll()
        const { changed, undo } = await calls.tags.rename({ from, to })
        show()
        tell(`“${from}” is now “${to}” in ${posts(changed)}.`, undo)
      },
      async remove(name) {
        await drafts.flushAll()
        const { changed, undo } = await calls.tags.remove({ name })
        show()
        tell(`Tag “${name}” removed from ${posts(changed)}.`, undo)
      },
      async describe(name, description) {
        await calls.tags.describe({ name, description })
        await queries.invalidateQueries({ queryKey: keys.tags })
      },
    }
  }, [calls, queries, drafts, notify])
}
