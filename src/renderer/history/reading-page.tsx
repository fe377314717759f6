import { useEffect, useRef, useState } from 'react'
import type { PostState } from '../../api/contract'
import type { PostId } from '../../document'
import type { Words } from '../../words'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { showDate } from '../inspector/date-text'
import { setFrameAppearance } from '../preview/frame-appearance'
import { useFollowLink, useFrameEvents } from '../preview/frame-events'
import { FramePage } from '../preview/frame-page'
import { useWords } from '../words/words'
import styles from './reading-page.module.css'

interface Props {
  readonly id: PostId
  readonly state: PostState
}

/** A state of the post as the theme sets it, by the renderer of the preview and the site; nothing around it. */
export function ReadingPage({ id, state }: Props) {
  const { say } = useWords()
  const { body } = state
  const { pages } = useServices()
  const frame = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<FramePage>()
  const [head, setHead] = useState<HTMLElement>()
  const [appearance] = usePreference('appearance')
  const onLoad = () => {
    const loaded = FramePage.of(frame.current?.contentDocument ?? null)
    setHead(loaded?.showContentAlone())
    setPage(loaded)
  }
  useFrameEvents(page?.document, useFollowLink(page?.document))
  useEffect(() => {
    if (page) setFrameAppearance(page.document, appearance)
  }, [page, appearance])
  useEffect(() => {
    if (head) fillHead(head, state, say)
  }, [head, state, say])
  useEffect(() => {
    let isWanted = true
    pages.render(body).then(
      ({ blocks }) => isWanted && page?.show(blocks),
      (error: unknown) => console.error('The version could not be rendered.', error),
    )
    return () => {
      isWanted = false
    }
  }, [pages, page, body])
  return (
    <iframe
      ref={frame}
      title={say('The post as it was')}
      sandbox="allow-same-origin"
      src={`/preview/${id}`}
      className={styles.frame}
      // Until the theme's page is there, a frame is white, which hurts in the dark.
      data-ready={page !== undefined || undefined}
      onLoad={onLoad}
    />
  )
}

/** Title, summary, date and tags as they were, in the theme's own type. */
function fillHead(head: HTMLElement, { title, summary, date, tags }: PostState, say: Words['say']): void {
  const add = (name: string, text: string, style: Partial<CSSStyleDeclaration>) => {
    const element = head.ownerDocument.createElement(name)
    element.textContent = text
    Object.assign(element.style, style)
    return element
  }
  head.replaceChildren(
    add('h1', title || say('Untitled'), { fontSize: '1.9em', lineHeight: '1.2', margin: '0.6em 0 0' }),
    ...(summary === '' ? [] : [add('p', summary, { fontStyle: 'italic', margin: '0.4em 0 0' })]),
    add('p', [showDate(date), ...tags.map((tag) => `#${tag}`)].join('\u2003'), {
      fontSize: '0.8em',
      margin: '0.6em 0 2em',
    }),
  )
}
