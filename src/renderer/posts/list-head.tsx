import { SquarePen } from 'lucide-react'
import type { List } from '../app/list-pages'
import { usePostActions } from '../app/post-actions'
import { useServices } from '../app/services'
import { type Place, useWorkspace } from '../app/workspace'
import { nameKey } from '../commands/keys'
import { IconButton } from '../design/button'
import styles from './list-head.module.css'
import { SearchBox } from './search-box'
import { SortMenu } from './sort-menu'

const titles = {
  all: 'All posts',
  draft: 'Drafts',
  published: 'Published',
  changed: 'Changed',
  page: 'Pages',
  trash: 'Trash',
  tags: 'Tags',
  media: 'Media',
  site: 'Site',
} as const

function titleOf(place: Place): string {
  switch (place.kind) {
    case 'tag':
      return `#${place.tag}`
    case 'series':
      return place.series
    case 'filter':
      return place.filter.name
    default:
      return titles[place.kind]
  }
}

/** The place's name and count, its order, the search, and the way to a new post. */
export function ListHead({ list }: { readonly list: List }) {
  const { place } = useWorkspace()
  const { info } = useServices()
  const actions = usePostActions()
  const isSearch = list.source.typed !== ''
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{titleOf(place)}</h2>
        <span className={styles.count} aria-live="polite">
          {isSearch && !list.isLoading && describe(list)}
        </span>
        <SortMenu />
        <IconButton
          label={place.kind === 'page' ? 'New page' : 'New post'}
          shortcut={nameKey(info.shell === 'browser' ? 'Alt+N' : 'Mod+N')}
          onPress={() => void actions.create(place)}
        >
          <SquarePen size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <SearchBox />
    </header>
  )
}

const describe = ({ total, found }: List) =>
  total < found
    ? `best ${total.toLocaleString()} of ${found.toLocaleString()}`
    : `${found.toLocaleString()} found`
