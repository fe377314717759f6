import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostId } from '../../document'
import type { Calls } from '../app/connection'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import { useListSource } from '../posts/use-shown-list'
import { useWords } from '../words/words'
import { Chooser } from './chooser'
import styles from './quick-open.module.css'
import { splitRanges } from './split-ranges'

type Found = Awaited<ReturnType<Calls['posts']['quickOpen']>>[number]

const mostFound = 30

interface Props {
  readonly onClose: () => void
}

/** Any post by a few letters of its title; before any are typed, those that were edited last. */
export const QuickOpen = (props: Props) => <Finder {...props} opens="select" />

/** The same, for a post that comes into a tab of its own. */
export const QuickOpenInTab = (props: Props) => <Finder {...props} opens="open-tab" />

function Finder({ onClose, opens }: Props & { readonly opens: 'select' | 'open-tab' }) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const { data: found = [], isPending } = useFound(typed.trim())
  const show = useShow(onClose, opens)
  return (
    <Chooser
      title={say('Quick open')}
      label={say('Title of a post')}
      listLabel={say('Posts found')}
      placeholder={say('Open a post by its title')}
      typed={typed}
      onType={setTyped}
      choices={found.map((post) => ({
        key: post.id,
        name: post.title || say('Untitled'),
        content: <Words post={post} />,
        choose: () => show(post.id),
      }))}
      none={isPending ? undefined : say('No title is like that.')}
      onClose={onClose}
    />
  )
}

function useFound(query: string) {
  const { calls } = useServices()
  return useQuery<readonly Found[]>({
    queryKey: ['quick-open', query],
    queryFn: async ({ signal }) => {
      if (query !== '') return calls.posts.quickOpen({ query, limit: mostFound }, { signal })
      const sort = { by: 'edited', descending: true } as const
      const last = await calls.posts.page({ view: 'all', sort, offset: 0, limit: mostFound }, { signal })
      return last.posts.map((post) => ({ ...post, marks: [] }))
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  })
}

/** Opens a post where it can be seen: in the list that is there, or else among all. */
function useShow(onClose: () => void, opens: 'select' | 'open-tab') {
  const { calls } = useServices()
  const { request } = useListSource()
  const dispatch = useDispatch()
  return (post: PostId) => {
    onClose()
    const open = async () => {
      const { index } = await calls.posts.position({ ...request, id: post }).catch(() => ({ index: -1 }))
      if (index === -1) dispatch({ do: 'go', place: { kind: 'all' } })
      dispatch({ do: opens, post })
      setTimeout(() => focusNamedPane('text'), 50)
    }
    void open()
  }
}

function Words({ post }: { readonly post: Found }) {
  const { say } = useWords()
  return (
    <>
      <span className={styles.title}>
        {splitRanges(post.title || say('Untitled'), post.marks).map((part) =>
          part.isMarked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
        )}
      </span>
      <span className={styles.state}>
        {post.kind === 'page' ? say('Page') : post.status === 'draft' ? say('Draft') : say('Published')}
      </span>
    </>
  )
}
