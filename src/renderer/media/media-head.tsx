import { PanelLeft, Plus } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import type { MediaFilter } from '../../api/contract'
import { usePreference } from '../app/preferences'
import { nameKey } from '../commands/keys'
import { Button, IconButton } from '../design/button'
import { SearchField } from '../design/search-field'
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

const filters: readonly [MediaFilter, string][] = [
  ['all', 'All'],
  ['unused', 'Unused'],
  ['missing-alt', 'Missing alternative text'],
]

/** The name of the place, what of it is shown, and the way to more. */
export function MediaHead({ counts, filter, query, onFilter, onQuery, onAdd }: Props) {
  const [isSidebarShown, showSidebar] = usePreference('isSidebarShown')
  return (
    <header className={styles.head}>
      <IconButton
        label="Toggle sidebar"
        shortcut={nameKey('Mod+\\')}
        isOn={isSidebarShown}
        onPress={() => showSidebar(!isSidebarShown)}
      >
        <PanelLeft size={16} strokeWidth={1.75} />
      </IconButton>
      <h1 className={styles.title}>Media</h1>
      <RadioGroup
        aria-label="Which files"
        orientation="horizontal"
        className={styles.filters ?? ''}
        value={filter}
        onChange={(value) => onFilter(value as MediaFilter)}
      >
        {filters.map(([value, label]) => (
          <RadioField key={value} value={value} aria-label={label}>
            <RadioButton className={styles.filter ?? ''}>
              <span>{label}</span>
              <span className={styles.count}>{counts?.[value]}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <SearchField
        label="Search media"
        isMain
        size="control"
        className={styles.search}
        value={query}
        onChange={onQuery}
      />
      <Button onPress={onAdd}>
        <Plus size={14} /> Add files…
      </Button>
    </header>
  )
}
