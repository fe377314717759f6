import { useMemo } from 'react'
import type { PostFields, PostId, PostKind, PostSummary } from '../../document'
import { focusTitleSoon, useDeskHandle } from '../desk/desk-handle'
import { useWords } from '../words/words'
import { sentenceOf } from './connection'
import { findPost, neighbour, showPost } from './kept-posts'
import { keys } from './library-view'
import { useNotices } from './notices'
import { useServices } from './services'
import { type Place, useDispatch } from './workspace'

/** What can be done with posts as wholes. Failures are told to the writer; none of them loses anything. */
export interface PostActions {
  /** Births an empty draft that belongs to the place one is in, by tag, series or kind, and opens it with the cursor in its title. */
  create(place: Place, kind?: PostKind): Promise<PostId | undefined>
  trash(post: PostId): Promise<void>
  restore(post: PostId): Promise<void>
  setStatus(post: PostId, status: 'draft' | 'published'): Promise<void>
  /** Sets fields; throws what the library says, for the field that asked. */
  set(post: PostId, fields: PostFields): Promise<PostSummary>
}

export function usePostActions(): PostActions {
  const { say } = useWords()
  const { calls, queries, drafts } = useServices()
  const dispatch = useDispatch()
  const notify = useNotices()
  const desk = useDeskHandle()

  return useMemo(() => {
    const tell = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
    /** What is typed comes before what is done with it. */
    const flush = (post: PostId) => drafts.peek(post)?.outbox.flush()

    const actions: PostActions = {
      async create(place, kind = place.kind === 'page' ? 'page' : 'post') {
        try {
          const post = await calls.posts.create({
            title: '',
            tags: place.kind === 'tag' ? [place.tag] : [],
            ...(place.kind === 'series' ? { series: place.series } : {}),
            ...(kind === 'page' ? { kind } : {}),
          })
          const shows = kind === 'page' ? ['all', 'draft', 'page'] : ['all', 'draft', 'tag', 'series']
          if (!shows.includes(place.kind)) dispatch({ do: 'go', place: { kind: 'all' } })
          dispatch({ do: 'search', text: '' })
          showPost(queries, post)
          dispatch({ do: 'select', post: post.id })
          focusTitleSoon(desk.current)
          return post.id
        } catch (error) {
          tell(error)
          return undefined
        }
      },
      async trash(post) {
        try {
          await flush(post)
          const next = neighbour(queries, post)
          showPost(queries, await calls.posts.trash({ id: post }))
          dispatch({ do: 'select', post: next })
          void queries.invalidateQueries({ queryKey: keys.searches })
          notify({
            text: say('Moved to trash: {title}', {
              title: findPost(queries, post)?.title || say('Untitled'),
            }),
            action: { label: say('Undo'), run: () => void actions.restore(post) },
          })
        } catch (error) {
          tell(error)
        }
      },
      async restore(post) {
        try {
          showPost(queries, await calls.posts.restore({ id: post }))
          dispatch({ do: 'go', place: { kind: 'all' } })
          dispatch({ do: 'select', post })
        } catch (error) {
          tell(error)
        }
      },
      async setStatus(post, status) {
        try {
          await actions.set(post, { status })
          notify({
            text:
              status === 'published'
                ? say('Published: it is part of the next export.')
                : say('Back to draft.'),
          })
        } catch (error) {
          tell(error)
        }
      },
      async set(post, fields) {
        await flush(post)
        const summary = await calls.posts.set({ id: post, fields })
        showPost(queries, summary)
        return summary
      },
    }
    return actions
  }, [calls, queries, drafts, dispatch, notify, desk.current, say])
}
