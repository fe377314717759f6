import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Dialog } from '../design/dialog'
import { SearchField } from '../design/search-field'
import { useWords } from '../words/words'
import { KeysSection } from './keys-section'
import { matchSettings } from './match-settings'
import { RowControl } from './row-control'
import { type SettingSection, settingSections } from './setting-rows'
import styles from './settings.module.css'

/** Every setting, by what it is about or by a word of it. Whatever is changed is so at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const [typed, setTyped] = useState('')
  const isSearching = typed.trim() !== ''
  return (
    <Dialog title={say('Settings')} width="full" onClose={onClose}>
      <SearchField
        label={say('Search settings')}
        placeholder={say('Search settings and keys')}
        size="control"
        value={typed}
        onChange={setTyped}
      />
      {isSearching ? <Found typed={typed} /> : <BySection />}
    </Dialog>
  )
}

function BySection() {
  const { say } = useWords()
  return (
    <Tabs orientation="vertical" className={styles.tabs ?? ''}>
      <TabList aria-label={say('Sections of the settings')} className={styles.tabList ?? ''}>
        {settingSections.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {say(title)}
          </Tab>
        ))}
        <Tab id="keys" className={styles.tab ?? ''}>
          {say('Keys')}
        </Tab>
      </TabList>
      {settingSections.map((section) => (
        <TabPanel key={section.id} id={section.id} className={styles.panel ?? ''}>
          <Rows section={section} />
        </TabPanel>
      ))}
      <TabPanel id="keys" className={styles.panel ?? ''}>
        <KeysSection typed="" />
      </TabPanel>
    </Tabs>
  )
}

function Found({ typed }: { readonly typed: string }) {
  const words = useWords()
  const found = matchSettings(settingSections, typed, words)
  return (
    <div className={styles.found}>
      {found.map((section) => (
        <section key={section.id}>
          <h3 className={styles.heading}>{words.say(section.title)}</h3>
          <Rows section={section} />
        </section>
      ))}
      <KeysSection typed={typed} isNoneShown={found.length === 0} />
    </div>
  )
}

function Rows({ section }: { readonly section: SettingSection }) {
  const { say } = useWords()
  return (
    <div className={styles.rows}>
      <p className={styles.kept}>
        {section.isOfLibrary
          ? say('Kept in the library, and so the same on every machine that has it.')
          : say('Kept on this machine.')}
      </p>
      {section.rows.map((row) => (
        <RowControl key={row.id} row={row} />
      ))}
    </div>
  )
}
