import { useEffect, useRef, useState } from 'react'
import { useIsDark } from '../app/appearance'
import { setFrameAppearance } from '../preview/frame-appearance'
import { useWords } from '../words/words'
import styles from './thumbnail.module.css'
import { usePreviewedSite } from './use-previewed-site'
import { useSize } from './use-size'

/** How wide the window is that is shown from afar, in pixels. */
const windowWidth = 1200

/** The site's first page in a theme, small. It is a picture: nothing in it can be reached. */
export function Thumbnail({ theme }: { readonly theme: string }) {
  const { say } = useWords()
  const revision = usePreviewedSite()?.revision
  const box = useRef<HTMLSpanElement>(null)
  const { width } = useSize(box)
  const [page, setPage] = useState<Document>()
  const isDark = useIsDark()
  useEffect(() => {
    if (page) setFrameAppearance(page, isDark ? 'dark' : 'light')
  }, [page, isDark])
  return (
    <span ref={box} className={styles.box}>
      {revision !== undefined && width > 0 && (
        <iframe
          title={say('Look of {theme}', { theme })}
          src={`/look/${theme}/?${revision}`}
          sandbox="allow-same-origin"
          className={styles.page}
          style={{ transform: `scale(${width / windowWidth})` }}
          data-ready={page !== undefined || undefined}
          tabIndex={-1}
          aria-hidden
          inert
          onLoad={(event) => setPage(event.currentTarget.contentDocument ?? undefined)}
        />
      )}
    </span>
  )
}
