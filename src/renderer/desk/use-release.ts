import { useMemo } from 'react'
import type { PostId, PostSummary } from '../../document'
import { sentenceOf } from '../app/connection'
import { showPost } from '../app/kept-posts'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useWords } from '../words/words'

/** What can be done with the two faces of a published post. Failures are told; none of them changes anything. */
export interface ReleaseActions {
  /** Gives the post as it reads now to the site. */
  update(post: PostId): Promise<void>
  /** Makes the post read as the site shows it; what was there stays in its history. */
  discard(post: PostId): Promise<void>
}

export function useReleaseActions(): ReleaseActions {
  const { calls, queries, drafts } = useServices()
  const notify = useNotices()
  const { say } = useWords()
  return useMemo(() => {
    const act = async (post: PostId, call: (id: PostId) => Promise<PostSummary>, text: string) => {
      try {
        // What is typed comes before what is done with it.
        const status = await drafts.peek(post)?.outbox.flush()
        if (status?.kind === 'failed')
          throw new Error(say('{reason} The site stays as it is.', { reason: status.reason }))
        showPost(queries, await call(post))
        notify({ text })
      } catch (error) {
        notify({ text: sentenceOf(error), kind: 'trouble' })
      }
    }
    return {
      update: (post) =>
        act(
          post,
          (id) => calls.releases.update({ id }),
          say('Updated: the next export shows it as it is now.'),
        ),
      discard: (post) =>
        act(
          post,
          (id) => calls.releases.discard({ id }),
          say('The changes are discarded. What was there before is in the history.'),
        ),
    }
  }, [calls, queries, drafts, notify, say])
}
