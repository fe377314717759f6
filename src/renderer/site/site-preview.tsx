import { Moon, Sun } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useIsDark } from '../app/appearance'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { openOutside } from '../app/shell'
import { Choice } from '../design/choice'
import { IconChoice } from '../design/icon-choice'
import { Select } from '../design/select'
import { useWords } from '../words/words'
import { SiteFrames } from './site-frames'
import styles from './site-preview.module.css'
import { usePreviewedSite } from './use-previewed-site'
import { useSize } from './use-size'

/** How wide a reader's window is, in pixels. */
const widths = { phone: 390, tablet: 820, desktop: 1280 } as const

/** The site as it would be exported now, to be looked at and walked through. */
export function SitePreview() {
  const { say, hear } = useWords()
  const site = usePreviewedSite()
  const { bridge } = useServices()
  const [path, setPath] = useState('/')
  const [width, setWidth] = usePreference('siteWidth')
  const ours = useIsDark() ? 'dark' : 'light'
  const [chosen, setScheme] = useState<'light' | 'dark'>()
  const scheme = chosen ?? ours
  const stage = useRef<HTMLDivElement>(null)
  const room = useSize(stage)
  const follow = useCallback(
    (href: string) => {
      if (href.startsWith('/site/')) setPath(pathOf(href))
      else if (/^(https?:|mailto:)/i.test(href)) openOutside(href, bridge)
    },
    [bridge],
  )
  const scale = Math.min(1, room.width / widths[width])
  const pages = site?.pages ?? []
  const isListed = pages.some((page) => page.path === path)
  return (
    <section aria-label={say('Preview of the site')} className={styles.preview} data-pane="preview">
      <div className={styles.bar}>
        <Select
          label={say('Page')}
          isLabelHidden
          value={path}
          options={[
            ...pages.map((page) => ({ value: page.path, label: hear(page.title) })),
            ...(isListed ? [] : [{ value: path, label: decodeURI(path) }]),
          ]}
          onChange={setPath}
        />
        <Choice
          label={say('Width')}
          isLabelHidden
          value={width}
          options={{ phone: say('Phone'), tablet: say('Tablet'), desktop: say('Desktop') }}
          onChange={setWidth}
        />
        <IconChoice
          label={say('Light or dark')}
          value={scheme}
          onChange={setScheme}
          options={[
            { value: 'light', label: say('[appearance] Light'), icon: Sun },
            { value: 'dark', label: say('[appearance] Dark'), icon: Moon },
          ]}
        />
      </div>
      <div className={styles.room}>
        <div ref={stage} className={styles.stage}>
          {site !== undefined && room.width > 0 && (
            <div
              className={styles.window}
              style={{ width: Math.min(widths[width] * scale, room.width), height: room.height }}
            >
              <SiteFrames
                path={path}
                revision={site.revision}
                scheme={scheme}
                window={{ width: widths[width], height: room.height / scale, scale }}
                onFollow={follow}
              />
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

/** `/site/tags/x/#top` → `/tags/x/` */
function pathOf(href: string): string {
  const path = href.slice('/site'.length).replace(/[?#].*$/, '')
  try {
    return decodeURI(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}
