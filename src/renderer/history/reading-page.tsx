import { useEffect, useRef, useState } from 'react'
import type { PostId } from '../../document'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { setFrameAppearance } from '../preview/frame-appearance'
import { useFrameEvents } from '../preview/frame-events'
import { FramePage } from '../preview/frame-page'
import styles from './reading-page.module.css'

interface Props {
  readonly id: PostId
  /** Markdown of the state that is read. */
  readonly body: string
}

/** The text as the theme sets it, by the renderer of the preview and the site; nothing around it. */
export function ReadingPage({ id, body }: Props) {
  const { pages } = useServices()
  const frame = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<FramePage>()
  const [appearance] = usePreference('appearance')
  const onLoad = () => {
    const loaded = FramePage.of(frame.current?.contentDocument ?? null)
    loaded?.showContentAlone()
    setPage(loaded)
  }
  useFrameEvents(page)
  useEffect(() => {
    if (page) setFrameAppearance(page.document, appearance)
  }, [page, appearance])
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
      title="The post as it was"
      sandbox="allow-same-origin"
      src={`/preview/${id}`}
      className={styles.frame}
      // Until the theme's page is there, a frame is white, which hurts in the dark.
      data-ready={page !== undefined || undefined}
      onLoad={onLoad}
    />
  )
}
