import { useCallback, useEffect } from 'react'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { openOutside } from '../app/shell'
import { useDispatch } from '../app/workspace'
import { useWords } from '../words/words'
import { judgeLink } from './references'

/**
 * Hears what happens in the frame: a click on a link means something here and never takes the frame away, and
 * the app's keys work while the page has the focus.
 */
export function useFrameEvents(document: Document | undefined, followLink: (href: string) => void): void {
  useEffect(() => {
    if (document === undefined) return
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a')
      if (!link) return
      event.preventDefault()
      if (event.type === 'click') followLink(link.getAttribute('href') ?? '')
    }
    const onSubmit = (event: Event) => event.preventDefault()
    // A copy of the key goes through the window, where the table of commands hears it.
    const onKeyDown = (event: KeyboardEvent) => {
      const copy = new KeyboardEvent('keydown', { ...pick(event), bubbles: true, cancelable: true })
      if (!window.dispatchEvent(copy)) event.preventDefault()
    }
    document.addEventListener('click', onClick, true)
    document.addEventListener('auxclick', onClick, true)
    document.addEventListener('submit', onSubmit, true)
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      document.removeEventListener('click', onClick, true)
      document.removeEventListener('auxclick', onClick, true)
      document.removeEventListener('submit', onSubmit, true)
      document.removeEventListener('keydown', onKeyDown, true)
    }
  }, [document, followLink])
}

const pick = ({ key, code, ctrlKey, metaKey, altKey, shiftKey, repeat }: KeyboardEvent) => ({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  repeat,
})

/** What a link in the page of a post means: another post, a heading, or the world outside. */
export function useFollowLink(document: Document | undefined): (href: string) => void {
  const { bridge, calls } = useServices()
  const dispatch = useDispatch()
  const notify = useNotices()
  const { say } = useWords()
  return useCallback(
    (href: string) => {
      const target = judgeLink(href)
      switch (target.kind) {
        case 'post':
          calls.posts.find({ name: target.slug }).then(
            ({ id }) => dispatch({ do: 'select', post: id }),
            () => notify({ text: say('No post has the address “{slug}”.', { slug: target.slug }) }),
          )
          return
        case 'heading':
          document?.getElementById(target.id)?.scrollIntoView()
          return
        case 'outside':
          openOutside(target.url, bridge)
          return
        case 'nowhere':
          return
      }
    },
    [document, bridge, calls, dispatch, notify, say],
  )
}
