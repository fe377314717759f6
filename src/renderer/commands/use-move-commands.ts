import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import type { Words } from '../../words'
import { positionOf, postAt } from '../app/list-pages'
import { useServices } from '../app/services'
import { type Place, useDispatch, type WorkspaceAction } from '../app/workspace'
import { focusSearch } from '../posts/focus-search'
import { useListSource } from '../posts/use-shown-list'
import { useWords } from '../words/words'
import type { Command } from './command'

/** The ways to another post or place. */
export function useMoveCommands(post: PostSummary | undefined): readonly Command[] {
  const dispatch = useDispatch()
  const { calls, queries } = useServices()
  const source = useListSource()
  const { say } = useWords()
  const id = post?.id
  return useMemo(() => {
    const step = async (by: 1 | -1) => {
      if (id === undefined) return
      const index = await positionOf(queries, calls, source, id)
      const next = index === -1 ? undefined : await postAt(queries, calls, source, index + by)
      if (next) dispatch({ do: 'select', post: next.id })
    }
    const command = (name: string, key: string, by: 1 | -1): Command => ({
      id: by === 1 ? 'next-post' : 'previous-post',
      name,
      group: 'Posts',
      keys: [key],
      isEnabled: id !== undefined,
      run: () => void step(by).catch((error: unknown) => console.warn('No post could be read.', error)),
    })
    return [
      command(say('Previous post'), 'Mod+Alt+ArrowUp', -1),
      command(say('Next post'), 'Mod+Alt+ArrowDown', 1),
      ...placeCommands(dispatch, say),
    ]
  }, [dispatch, calls, queries, source, id, say])
}

function placeCommands(dispatch: (action: WorkspaceAction) => void, say: Words['say']): Command[] {
  const go = (kind: PlainKind, name: string): Command => ({
    id: `go-${kind}`,
    name,
    group: 'View',
    keys: [],
    isEnabled: true,
    run: () => dispatch({ do: 'go', place: { kind } }),
  })
  return [
    {
      id: 'search-posts',
      name: say('Search posts'),
      group: 'Posts',
      keys: ['Mod+Shift+F'],
      isEnabled: true,
      run: () => focusSearch(),
    },
    {
      id: 'quick-open',
      name: say('Quick open…'),
      group: 'Posts',
      keys: ['Mod+P'],
      isEnabled: true,
      run: () => dispatch({ do: 'open-dialog', dialog: 'quick-open' }),
    },
    go('all', say('Show all posts')),
    go('draft', say('Show drafts')),
    go('published', say('Show published posts')),
    go('changed', say('Show posts with unreleased changes')),
    go('page', say('Show pages')),
    go('tags', say('Show all tags')),
    go('media', say('Show media')),
    go('trash', say('Show the trash')),
    {
      id: 'empty-trash',
      name: say('Empty trash…'),
      group: 'Posts',
      keys: [],
      isEnabled: true,
      run: () => dispatch({ do: 'open-dialog', dialog: 'empty-trash' }),
    },
  ]
}

type PlainKind = Exclude<Place['kind'], 'tag' | 'series' | 'filter'>
