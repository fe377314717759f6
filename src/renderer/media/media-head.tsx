import { PanelLeft, Plus } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { MediaFilter } from '../../api/contract'
import { type Term, term } from '../../words'
import { usePreference } from '../app/preferences'
import { useShortcut } from '../commands/command-table'
import { Button, IconButton } from '../design/button'
import { SearchField } from '../design/search-field'
import { useWords } from '../words/words'
import styles from './media-head.module.css'
import type { ShownMedia } from './use-media'

interface Props {
  readonly counts: ShownMedia['counts']
  readonly filter: MediaFilter
  readonly query: string
  readonly onFilter: (filter: MediaFilter) => void
  readonly onQuery: (query: string) => void
  readonly onAdd: () => void
}

const filters: readonly [MediaFilter, Term][] = [
  ['all', term('[files] All')],
  ['unused', term('Unused')],
  ['missing-alt', term('Missing alternative text')],
]

/** The name of the place, what of it is shown, and the way to more. */
export function MediaHead({ counts, filter, query, onFilter, onQuery, onAdd }: Props) {
  const { say } = useWords()
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
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
      <h1 className={styles.title}>{say('Media')}</h1>
      <RadioGroup
        aria-label={say('Which files')}
        orientation="horizontal"
        className={styles.filters ?? ''}
        value={filter}
        onChange={(value) => onFilter(value as MediaFilter)}
      >
        {filters.map(([value, label]) => (
          <RadioField key={value} value={value} aria-label={say(label)}>
            <RadioButton className={styles.filter ?? ''}>
              <span>{say(label)}</span>
              <span className={styles.count}>{counts?.[value]}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <SearchField
        label={say('Search media')}
        isMain
        size="control"
        className={styles.search}
        value={query}
        onChange={onQuery}
      />
      <Button onPress={onAdd}>
        <Plus size={14} /> {say('Add files…')}
      </Button>
    </header>
  )
}
