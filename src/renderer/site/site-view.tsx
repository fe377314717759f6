import { PanelLeft, Upload } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { term } from '../../words'
import { sentenceOf } from '../app/connection'
import { useSiteSettings } from '../app/library-view'
import { usePreference } from '../app/preferences'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { useShortcut } from '../commands/command-table'
import { focusNamedPane } from '../commands/panes'
import { Button, IconButton } from '../design/button'
import { Empty } from '../design/empty'
import { useWords } from '../words/words'
import { AboutSection } from './about-section'
import { AddressesSection } from './addresses-section'
import { LookSection } from './look-section'
import { MenuSection } from './menu-section'
import { ReadersSection } from './readers-section'
import { SitePreview } from './site-preview'
import styles from './site-view.module.css'
import { useKeeperState } from './use-setting'

const sections = [
  { id: 'look', label: term('[site] Look'), Section: LookSection },
  { id: 'about', label: term('[site] About'), Section: AboutSection },
  { id: 'menu', label: term('Menu'), Section: MenuSection },
  { id: 'addresses', label: term('[site] Addresses'), Section: AddressesSection },
  { id: 'readers', label: term('[site] Readers'), Section: ReadersSection },
] as const

/** The place of the site: what belongs to the whole of it on the left, the site itself beside it. */
export function SiteView() {
  const { say } = useWords()
  const settings = useSiteSettings()
  return (
    <main aria-label={say('Site')} className={styles.view}>
      <Head />
      {settings.data !== undefined ? (
        <div className={styles.columns}>
          <Settings />
          <SitePreview />
        </div>
      ) : (
        settings.error !== null && (
          <Empty title={say('The settings can’t be read')}>
            <p role="alert">{sentenceOf(settings.error)}</p>
            <Button onPress={() => void settings.refetch()}>{say('Try again')}</Button>
          </Empty>
        )
      )}
    </main>
  )
}

function Head() {
  const { say } = useWords()
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
  const dispatch = useDispatch()
  return (
    <header className={styles.head}>
      <IconButton
        label={say('Toggle sidebar')}
        shortcut={useShortcut('toggle-sidebar')}
        isOn={isSidebarShown}
        onPress={() => showSidebar(!isSidebarShown)}
      >
        <PanelLeft size={16} strokeWidth={1.75} />
      </IconButton>
      <div className={styles.names}>
        <h1 className={styles.title}>{say('Site')}</h1>
        <Saving />
      </div>
      <Button onPress={() => dispatch({ do: 'open-dialog', dialog: 'export' })}>
        <Upload size={14} /> {say('Export…')}
      </Button>
    </header>
  )
}

/** Whether the library has every setting as it is on the screen. */
function Saving() {
  const { say } = useWords()
  const { settings } = useServices()
  const { drafts, isSaving, failure } = useKeeperState()
  const isUnfinished = [...drafts.values()].some(({ troubles }) => troubles.length > 0)
  const waits = [...drafts.values()].some(({ troubles, isSaved }) => troubles.length === 0 && !isSaved)
  const state =
    failure !== undefined
      ? say('Not saved: {reason}', { reason: failure })
      : isSaving || waits
        ? say('Saving…')
        : isUnfinished
          ? say('Saved but for what is marked')
          : say('Saved')
  return (
    <span className={styles.saving} data-failed={failure !== undefined || undefined}>
      <span role="status" aria-label={say('Saving status')}>
        {state}
      </span>
      {failure !== undefined && (
        <Button look="plain" onPress={() => void settings.flush()}>
          {say('Try again')}
        </Button>
      )}
    </span>
  )
}

type SectionId = (typeof sections)[number]['id']

function Settings() {
  const { say } = useWords()
  const [selected, select] = useState<SectionId>('look')
  useFocusOnArrival()
  return (
    <Tabs
      className={styles.settings ?? ''}
      data-pane="settings"
      selectedKey={selected}
      onSelectionChange={(key) => select(key as SectionId)}
    >
      <TabList aria-label={say('Site settings')} className={styles.tabs ?? ''}>
        {sections.map(({ id, label }) => (
          <Tab
            key={id}
            id={id}
            className={styles.tab ?? ''}
            {...(id === selected ? { 'data-pane-focus': true } : {})}
          >
            {say(label)}
          </Tab>
        ))}
      </TabList>
      {sections.map(({ id, Section }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          <Section />
        </TabPanel>
      ))}
    </Tabs>
  )
}

/** Who came by a key or the palette left a focus behind that isn't there any more; it goes on here. */
function useFocusOnArrival(): void {
  useEffect(() => {
    // The palette gives the focus back when it has closed.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focusNamedPane('settings')
    }, 60)
    return () => clearTimeout(timer)
  }, [])
}
