import { useEffect, useRef, useState } from 'react'
import { setFrameAppearance } from '../preview/frame-appearance'
import { useFrameEvents } from '../preview/frame-events'
import { useWords } from '../words/words'
import styles from './site-frames.module.css'

interface Props {
  /** The page's path on the site: `/tags/`. */
  readonly path: string
  /** Another one whenever the site has changed. */
  readonly revision: number
  readonly scheme: 'light' | 'dark'
  /** Width and height of the window that is shown, in pixels, and how much smaller it is drawn. */
  readonly window: { readonly width: number; readonly height: number; readonly scale: number }
  /** Called with the address of a link that is followed, as it stands in the page. */
  readonly onFollow: (href: string) => void
}

interface Shown {
  readonly key: string
  readonly path: string
  readonly page: Document
}

/**
 * A page of the site in a frame. A newer one is loaded behind it and takes its place when it is there, at the same
 * place of the page, so that nothing flickers while settings change.
 */
export function SiteFrames({ path, revision, scheme, window: { width, height, scale }, onFollow }: Props) {
  const { say } = useWords()
  const key = `${encodeURI(path)}?${revision}`
  const [shown, setShown] = useState<Shown>()
  const frames = useRef(new Map<string, HTMLIFrameElement>())
  useFrameEvents(shown?.page, onFollow)
  useEffect(() => {
    if (shown) setFrameAppearance(shown.page, scheme)
  }, [shown, scheme])
  const onLoad = (frame: HTMLIFrameElement) => {
    const page = frame.contentDocument
    if (page === null) return
    setFrameAppearance(page, scheme)
    const before = shown && frames.current.get(shown.key)?.contentWindow
    if (before && shown.path === path) frame.contentWindow?.scrollTo(before.scrollX, before.scrollY)
    setShown({ key, path, page })
  }
  const keys = shown === undefined || shown.key === key ? [key] : [shown.key, key]
  return keys.map((frameKey) => {
    const isShown = frameKey === shown?.key
    return (
      <iframe
        key={frameKey}
        ref={(frame) => {
          if (frame) frames.current.set(frameKey, frame)
          else frames.current.delete(frameKey)
        }}
        title={isShown ? say('Preview of the site') : say('The preview is being loaded')}
        sandbox="allow-same-origin"
        src={`/site${frameKey}`}
        className={styles.frame}
        style={{ width, height, transform: `scale(${scale})` }}
        data-ready={isShown || undefined}
        {...(isShown ? { 'data-pane-focus': true } : { 'aria-hidden': true, tabIndex: -1 })}
        onLoad={isShown ? undefined : (event) => onLoad(event.currentTarget)}
      />
    )
  })
}
