import { X } from 'lucide-react'
import { Suspense, useCallback, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { distanceFromStart, PaneDivider } from '../app/pane-divider'
import { usePreference } from '../app/preferences'
import { TroubleBoundary } from '../app/trouble-boundary'
import { useCommandTable } from '../commands/command-table'
import { nameKey } from '../commands/keys'
import { IconButton } from '../design/button'
import { useWords } from '../words/words'
import styles from './side-area.module.css'
import { type SidePaneProps, sidePanes } from './side-panes'
import { type SidePaneId, useSide } from './use-side'

/** pixels */
const narrowest = 240
const widest = 520

/** What stands beside the text: one pane at a time, chosen by its tab, as wide as the writer made it. */
export function SideArea(props: SidePaneProps) {
  const { pane, show, hide } = useSide()
  const { say } = useWords()
  const [width, setWidth] = usePreference('sideWidth')
  const commands = useCommandTable()
  const area = useRef<HTMLElement>(null)
  const onMove = useCallback(
    (x: number) => {
      if (area.current === null) return
      const wanted = area.current.offsetWidth - distanceFromStart(area.current, x)
      setWidth(Math.round(Math.min(widest, Math.max(narrowest, wanted))))
    },
    [setWidth],
  )
  const shown = sidePanes.find(({ id }) => id === pane) ?? sidePanes[0]
  if (shown === undefined) return null
  const name = say(shown.name)
  // Each pane's command is called as the pane is.
  const keysOf = (id: string) => commands.find((command) => command.id === id)?.keys ?? []
  const close = () => {
    hide()
    props.editor?.focus()
  }
  return (
    <>
      <PaneDivider
        label={say('Width of the side pane')}
        value={(100 * (widest - width)) / (widest - narrowest)}
        onMove={onMove}
      />
      <aside
        ref={area}
        aria-label={name}
        className={styles.area}
        style={{ width }}
        data-pane="side"
        data-goes-away
      >
        <Tabs
          className={styles.tabs ?? ''}
          selectedKey={shown.id}
          onSelectionChange={(key) => show(key as SidePaneId)}
        >
          <header className={styles.head}>
            <TabList aria-label={say('Side panes')} className={styles.list ?? ''}>
              {sidePanes.map(({ id, name: own, icon: Icon }) => (
                <Tab key={id} id={id} aria-label={say(own)} className={styles.tab ?? ''}>
                  <span title={sayName(say(own), keysOf(id))} className={styles.sign}>
                    <Icon size={16} strokeWidth={1.75} />
                  </span>
                </Tab>
              ))}
            </TabList>
            <IconButton label={say(shown.close)} onPress={close}>
              <X size={16} />
            </IconButton>
          </header>
          <TabPanel key={shown.id} id={shown.id} className={styles.panel ?? ''}>
            <h2 className={styles.title}>{name}</h2>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
            <div className={styles.scroller} tabIndex={0} data-pane-focus>
              <TroubleBoundary>
                <Suspense>
                  <shown.Content {...props} />
                </Suspense>
              </TroubleBoundary>
            </div>
          </TabPanel>
        </Tabs>
      </aside>
    </>
  )
}

const sayName = (name: string, [key]: readonly string[]) =>
  key === undefined ? name : `${name} (${nameKey(key)})`
