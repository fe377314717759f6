import { useMemo } from 'react'
import type { Calls } from '../app/connection'
import { sentenceOf } from '../app/connection'
import { refreshLists } from '../app/kept-posts'
import { keys } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useWords } from '../words/words'

/** What can be done with a tag as a whole. Each throws what the library says, for the dialog that asked. */
export interface TagActions {
  /** Gives the tag another name in every post; where that is another tag, the two become one. */
  rename(from: string, to: string): Promise<void>
  remove(name: string): Promise<void>
  describe(name: string, description: string): Promise<void>
}

type Undo = Awaited<ReturnType<Calls['tags']['rename']>>['undo']

export function useTagActions(): TagActions {
  const { say } = useWords()
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
      notify({ text, action: { label: say('Undo'), run: () => void back().catch(fail) } })
    }
    return {
      async rename(from, to) {
        await drafts.flushAll()
        const { changed, undo } = await calls.tags.rename({ from, to })
        show()
        tell(
          say('“{from}” is now “{to}” in {count, plural, one {# post} other {# posts}}.', {
            from,
            to,
            count: changed,
          }),
          undo,
        )
      },
      async remove(name) {
        await drafts.flushAll()
        const { changed, undo } = await calls.tags.remove({ name })
        show()
        tell(
          say('Tag “{tag}” removed from {count, plural, one {# post} other {# posts}}.', {
            tag: name,
            count: changed,
          }),
          undo,
        )
      },
      async describe(name, description) {
        await calls.tags.describe({ name, description })
        await queries.invalidateQueries({ queryKey: keys.tags })
      },
    }
  }, [calls, queries, drafts, notify, say])
}
