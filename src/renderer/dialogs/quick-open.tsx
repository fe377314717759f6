import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { PostId } from '../../document'
import type { Calls } from '../app/connection'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import { useListSource } from '../posts/use-shown-list'
import styles from './command-palette.module.css'
import own from './quick-open.module.css'
import { splitRanges } from './split-ranges'

type Found = Awaited<ReturnType<Calls['posts']['quickOpen']>>[number]

const mostFound = 30

/** Any post by a few letters of its title; before any are typed, those that were edited last. */
export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Quick open" className={styles.dialog ?? ''}>
          <Titles onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Titles({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const { data: found = [], isPending } = useFound(typed.trim())
  const show = useShow(onClose)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#found-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter') show(found[active]?.id)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label="Title of a post"
        aria-expanded
        aria-controls="quick-open-posts"
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `found-${active}` : undefined}
        className={styles.input}
        placeholder="Open a post by its title"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: it is opened to be typed into.
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} role="listbox" id="quick-open-posts" aria-label="Posts found" className={styles.list}>
        {found.map((post, index) => (
          <Option key={post.id} post={post} index={index} isActive={index === active} onOpen={show} />
        ))}
      </div>
      {found.length === 0 && !isPending && <p className={styles.none}>No title is like that.</p>}
    </>
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
function useShow(onClose: () => void) {
  const { calls } = useServices()
  const { request } = useListSource()
  const dispatch = useDispatch()
  return (post: PostId | undefined) => {
    if (post === undefined) return
    onClose()
    const open = async () => {
      const { index } = await calls.posts.position({ ...request, id: post }).catch(() => ({ index: -1 }))
      if (index === -1) dispatch({ do: 'go', place: { kind: 'all' } })
      dispatch({ do: 'select', post })
      setTimeout(() => focusNamedPane('text'), 50)
    }
    void open()
  }
}

interface OptionProps {
  readonly post: Found
  readonly index: number
  readonly isActive: boolean
  readonly onOpen: (post: PostId) => void
}

function Option({ post, index, isActive, onOpen }: OptionProps) {
  const title = post.title || 'Untitled'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the line above, which holds the focus.
    <div
      role="option"
      tabIndex={-1}
      id={`found-${index}`}
      aria-selected={isActive}
      aria-label={title}
      className={styles.option}
      onClick={() => onOpen(post.id)}
    >
      <span className={own.title}>
        {splitRanges(title, post.marks).map((part) =>
          part.isMarked ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
        )}
      </span>
      <span className={styles.group}>
        {post.kind === 'page' ? 'Page' : post.status === 'draft' ? 'Draft' : 'Published'}
      </span>
    </div>
  )
}
