import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import { usePostActions } from '../app/post-actions'
import { type HistoryPlace, useDispatch, useWorkspace } from '../app/workspace'
import type { Command } from '../commands/command'
import { useMarkVersion } from './use-mark-version'
import { useReleaseActions } from './use-release'

/** What can be done with the post on the desk: towards the site, and with its past. */
export function useDeskCommands(post: PostSummary | undefined): readonly Command[] {
  const actions = usePostActions()
  const releases = useReleaseActions()
  const markVersion = useMarkVersion()
  const dispatch = useDispatch()
  const { history } = useWorkspace()
  return useMemo(() => {
    const isLive = post !== undefined && post.trashedAt === null
    const isPublished = isLive && post.status === 'published'
    const hasChanges = isPublished && post.hasChanges
    const show = (place: HistoryPlace | undefined) => dispatch({ do: 'show-history', place })
    const command = (
      id: string,
      name: string,
      keys: string[],
      isEnabled: boolean,
      run: () => void,
    ): Command => ({
      id,
      name,
      group: 'Posts',
      keys,
      isEnabled,
      run,
    })
    const publish = () => {
      if (post === undefined) return
      if (hasChanges) void releases.update(post.id)
      else void actions.setStatus(post.id, isPublished ? 'draft' : 'published')
    }
    return [
      command('publish', publishName(isPublished, hasChanges), ['Mod+Shift+Enter'], isLive, publish),
      command('see-changes', 'See unreleased changes', [], hasChanges, () =>
        show({ version: 'released', mode: 'changes' }),
      ),
      command('discard-changes', 'Discard unreleased changes…', [], hasChanges, () =>
        dispatch({ do: 'open-dialog', dialog: 'discard-changes' }),
      ),
      // Without changes the key does that already.
      ...(hasChanges
        ? [
            command('unpublish', 'Unpublish post', [], true, () => {
              if (post) void actions.setStatus(post.id, 'draft')
            }),
          ]
        : []),
      command('mark-version', 'Save and mark a version', ['Mod+S'], isLive, () => {
        if (post) void markVersion(post.id)
      }),
      command('history', 'History of the post', ['Mod+Shift+H'], post !== undefined, () =>
        show(history === undefined ? { version: 'now', mode: 'text' } : undefined),
      ),
    ]
  }, [post, history, actions, releases, markVersion, dispatch])
}

function publishName(isPublished: boolean, hasChanges: boolean): string {
  if (hasChanges) return 'Update post (release its changes)'
  return isPublished ? 'Unpublish post' : 'Publish post'
}
