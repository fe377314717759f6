import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import { usePostActions } from '../app/post-actions'
import { useServices } from '../app/services'
import { useWorkspace } from '../app/workspace'
import { useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'
import type { Command } from './command'

/** Making posts, and what is done with the one that is open as a whole. */
export function usePostCommands(post: PostSummary | undefined): readonly Command[] {
  const { place } = useWorkspace()
  const actions = usePostActions()
  const desk = useDeskHandle()
  const { info } = useServices()
  const { say } = useWords()
  return useMemo((): Command[] => {
    const isLive = post !== undefined && post.trashedAt === null
    return [
      {
        id: 'new-post',
        name: say('New post'),
        group: 'Posts',
        // Most browsers keep Mod+N for a window of their own.
        keys: info.shell === 'browser' ? ['Alt+N', 'Mod+N'] : ['Mod+N', 'Alt+N'],
        isEnabled: true,
        run: () => void actions.create(place),
      },
      {
        id: 'new-page',
        name: say('New page'),
        group: 'Posts',
        keys: [],
        isEnabled: true,
        run: () => void actions.create(place, 'page'),
      },
      {
        id: 'rename',
        name: say('Rename post (go to title)'),
        group: 'Posts',
        keys: ['F2'],
        // Without a post, the key is the view's that is there.
        isLocal: !isLive,
        isEnabled: isLive,
        run: () => {
          desk.current.title?.focus()
          desk.current.title?.select()
        },
      },
      {
        id: 'trash',
        name: say('Move to trash'),
        group: 'Posts',
        keys: ['Mod+Shift+Backspace'],
        isEnabled: isLive,
        run: () => void (post && actions.trash(post.id)),
      },
      {
        id: 'restore',
        name: say('Restore from trash'),
        group: 'Posts',
        keys: [],
        isEnabled: post !== undefined && post.trashedAt !== null,
        run: () => void (post && actions.restore(post.id)),
      },
    ]
  }, [actions, desk, info, place, post, say])
}
