import type { EditorView } from '@codemirror/view'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { PostId } from '../../document'
import { usePreference } from '../app/preferences'
import { Button } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'
import { useClickToSource } from './click-to-source'
import { setFrameAppearance } from './frame-appearance'
import { useFollowLink, useFrameEvents } from './frame-events'
import { FramePage } from './frame-page'
import styles from './preview.module.css'
import { syncScrolling } from './scroll-sync'
import type { LiveRendering } from './use-rendering'

interface Props {
  readonly id: PostId
  readonly rendering: LiveRendering
  readonly view: EditorView | undefined
  readonly scroller: RefObject<HTMLElement | null>
  /** Changes whenever what the theme shows around the text (title, date, tags) does. */
  readonly surroundings: string
  /** Changes whenever the theme or its settings do: the page is then another one. */
  readonly look: string
}

/** The post as it will be published, beside its text. Scripts can't run in the frame, and links go nowhere. */
export function Preview({ id, rendering, view, scroller, surroundings, look }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<FramePage>()
  const [isBroken, setBroken] = useState(false)
  const [appearance] = usePreference('appearance')
  const { say } = useWords()
  const reload = useCallback(() => {
    setBroken(false)
    frame.current?.contentWindow?.location.reload()
  }, [])
  const onLoad = () => {
    const loaded = FramePage.of(frame.current?.contentDocument ?? null)
    setPage(loaded)
    setBroken(loaded === undefined)
  }
  useFrameEvents(page?.document, useFollowLink(page?.document))
  useClickToSource(page, view)
  useShownBlocks(page, rendering, view, scroller)
  useSurroundings(page, id, surroundings, reload)
  useLook(look, reload)
  useEffect(() => {
    if (page) setFrameAppearance(page.document, appearance)
  }, [page, appearance])
  return (
    <section aria-label={say('Preview')} className={styles.preview} data-pane="preview">
      <iframe
        ref={frame}
        title={say('Preview of the post')}
        sandbox="allow-same-origin"
        src={`/preview/${id}`}
        className={styles.frame}
        data-pane-focus
        hidden={isBroken}
        // Until the theme's page is there, a frame is white, which hurts in the dark.
        data-ready={page !== undefined || undefined}
        onLoad={onLoad}
      />
      {isBroken && (
        <Empty title={say('The preview can’t be shown')}>
          <p>{say('The text is safe; only its page could not be built.')}</p>
          <Button onPress={reload}>{say('Try again')}</Button>
        </Empty>
      )}
    </section>
  )
}

/** Loads the page anew when the theme or what it is set to has changed. */
function useLook(look: string, reload: () => void): void {
  const shown = useRef(look)
  useEffect(() => {
    if (shown.current === look) return
    shown.current = look
    reload()
  }, [look, reload])
}

/** Puts each rendering into the page and keeps the two panes level. */
function useShownBlocks(
  page: FramePage | undefined,
  rendering: LiveRendering,
  view: EditorView | undefined,
  scroller: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (page === undefined) return
    const scrolling = view && scroller.current && syncScrolling(scroller.current, view, page)
    const show = () => {
      page.show(rendering.get()?.blocks ?? [])
      scrolling?.follow()
    }
    show()
    const stop = rendering.subscribe(show)
    // A picture that has come in moves what is below it.
    const onLoad = () => scrolling?.follow()
    page.document.addEventListener('load', onLoad, true)
    return () => {
      stop()
      page.document.removeEventListener('load', onLoad, true)
      scrolling?.close()
    }
  }, [page, rendering, view, scroller])
}

/** Fetches the page anew when what surrounds the text changed, and puts the difference in place. */
function useSurroundings(
  page: FramePage | undefined,
  id: PostId,
  surroundings: string,
  reload: () => void,
): void {
  const shown = useRef<{ page: FramePage | undefined; surroundings: string }>(undefined)
  useEffect(() => {
    const isNewPage = shown.current?.page !== page
    const isSame = shown.current?.surroundings === surroundings
    if (page === undefined || isSame || isNewPage) {
      shown.current = { page, surroundings }
      return
    }
    const stop = new AbortController()
    const refresh = async () => {
      const response = await fetch(`/preview/${id}`, { signal: stop.signal })
      if (!response.ok) return
      const next = new DOMParser().parseFromString(await response.text(), 'text/html')
      shown.current = { page, surroundings }
      if (!page.refreshAround(next)) reload()
    }
    refresh().catch((error: unknown) => {
      if (!stop.signal.aborted) console.warn('The head of the preview is not up to date.', error)
    })
    return () => stop.abort()
  }, [page, id, surroundings, reload])
}
