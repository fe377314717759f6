import { useMemo } from 'react'
import { usePost } from '../app/use-post'
import { isList, useWorkspace } from '../app/workspace'
import { useDeskCommands } from '../desk/use-desk-commands'
import { useFindCommands } from '../find'
import { useFocusCommands } from '../focus/use-focus-commands'
import { useProseCommands } from '../prose/use-prose-commands'
import { useSideCommands } from '../side/use-side-commands'
import { useTabCommands } from '../tabs/use-tab-commands'
import type { Command } from './command'
import { useAppCommands } from './use-app-commands'
import { useMoveCommands } from './use-move-commands'
import { usePostCommands } from './use-post-commands'
import { useTextCommands } from './use-text-commands'
import { useViewCommands } from './use-view-commands'

/**
 * Every command as it stands now with its usual keys: one table for the keys, the palette, the shortcuts and
 * the native menu. Each house adds its own by a hook; where they stand in the menu is in `menu-layout.ts`.
 */
export function useCommands(): readonly Command[] {
  const { selected, place } = useWorkspace()
  // In a view of its own no post is to be seen, and none is changed unseen.
  const post = usePost(isList(place) ? selected : undefined)
  const posts = usePostCommands(post)
  const forDesk = useDeskCommands(post)
  const moves = useMoveCommands(post)
  const texts = useTextCommands(post !== undefined && post.trashedAt === null)
  const finding = useFindCommands(post !== undefined)
  const prose = useProseCommands(post !== undefined && post.trashedAt === null)
  const sides = useSideCommands()
  const tabs = useTabCommands()
  const focus = useFocusCommands()
  const views = useViewCommands()
  const app = useAppCommands()
  return useMemo(
    () => [
      ...posts,
      ...forDesk,
      ...moves,
      ...texts,
      ...prose,
      ...finding,
      ...sides,
      ...tabs,
      ...focus,
      ...views,
      ...app,
    ],
    [posts, forDesk, moves, texts, prose, finding, sides, tabs, focus, views, app],
  )
}
