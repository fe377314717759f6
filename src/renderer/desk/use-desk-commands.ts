import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import { usePostActions } from '../app/post-actions'
import { type HistoryPlace, useDispatch, useWorkspace } from '../app/workspace'
import type { Command } from '../commands/command'
import { useWords } from '../words/words'
import { useMarkVersion } from './use-mark-version'
import { useReleaseActions } from './use-release'

/** What can be done with the post on the desk: towards the site, and with its past. */
export function useDeskCommands(post: PostSummary | undefined): readonly Command[] {
  const actions = usePostActions()
  const releases = useReleaseActions()
  const markVersion = useMarkVersion()
  const dispatch = useDispatch()
  const { say } = useWords()
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
    // What is ready goes out; once it is, the site does. Nothing is taken back by a key.
    const publish = () => {
      if (!isLive || (isPublished && !hasChanges)) dispatch({ do: 'open-dialog', dialog: 'export' })
      else if (hasChanges) void releases.update(post.id)
      else void actions.setStatus(post.id, 'published')
    }
    return [
      command(
        'publish',
        isPublished && hasChanges
          ? say('Update post (release its changes)')
          : say(isLive && !isPublished ? 'Publish post' : 'Export what is published…'),
        ['Mod+Shift+Enter'],
        true,
        publish,
      ),
      command('see-changes', say('See unreleased changes'), [], hasChanges, () =>
        show({ version: 'released', mode: 'changes' }),
      ),
      command('discard-changes', say('Discard unreleased changes…'), [], hasChanges, () =>
        dispatch({ do: 'open-dialog', dialog: 'discard-changes' }),
      ),
      command('unpublish', say('Unpublish post'), [], isPublished, () => {
        if (post) void actions.setStatus(post.id, 'draft')
      }),
      command('mark-version', say('Save and mark a version'), ['Mod+S'], isLive, () => {
        if (post) void markVersion(post.id)
      }),
      command('history', say('History of the post'), ['Mod+Alt+H'], post !== undefined, () =>
        show(history === undefined ? { version: 'now', mode: 'text' } : undefined),
      ),
    ]
  }, [post, history, actions, releases, markVersion, dispatch, say])
}
