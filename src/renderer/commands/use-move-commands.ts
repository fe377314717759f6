import { useMemo } from 'react'
import type { PostSummary } from '../../document'
import { positionOf, postAt } from '../app/list-pages'
import { useServices } from '../app/services'
import { type Place, useDispatch, type WorkspaceAction } from '../app/workspace'
import { focusSearch } from '../posts/focus-search'
import { useListSource } from '../posts/use-shown-list'
import type { Command } from './command'

/** The ways to another post or place. */
export function useMoveCommands(post: PostSummary | undefined): readonly Command[] {
  const dispatch = useDispatch()
  const { calls, queries } = useServices()
  const source = useListSource()
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
      command('Previous post', 'Mod+Alt+ArrowUp', -1),
      command('Next post', 'Mod+Alt+ArrowDown', 1),
      ...placeCommands(dispatch),
    ]
  }, [dispatch, calls, queries, source, id])
}

function placeCommands(dispatch: (action: WorkspaceAction) => void): Command[] {
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
      name: 'Search posts',
      group: 'Posts',
      keys: ['Mod+Shift+F'],
      isEnabled: true,
      run: () => focusSearch(),
    },
    {
      id: 'quick-open',
      name: 'Quick open…',
      group: 'Posts',
      keys: ['Mod+P'],
      isEnabled: true,
      run: () => dispatch({ do: 'open-dialog', dialog: 'quick-open' }),
    },
    go('all', 'Show all posts'),
    go('draft', 'Show drafts'),
    go('published', 'Show published posts'),
    go('changed', 'Show posts with unreleased changes'),
    go('page', 'Show pages'),
    go('tags', 'Show all tags'),
    go('media', 'Show media'),
    go('trash', 'Show the trash'),
    {
      id: 'empty-trash',
      name: 'Empty trash…',
      group: 'Posts',
      keys: [],
      isEnabled: true,
      run: () => dispatch({ do: 'open-dialog', dialog: 'empty-trash' }),
    },
  ]
}

type PlainKind = Exclude<Place['kind'], 'tag' | 'series' | 'filter'>
