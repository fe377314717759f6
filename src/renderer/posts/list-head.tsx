import { SquarePen } from 'lucide-react'
import { term, type Words } from '../../words'
import type { List } from '../app/list-pages'
import { usePostActions } from '../app/post-actions'
import { type Place, useWorkspace } from '../app/workspace'
import { useShortcut } from '../commands/command-table'
import { IconButton } from '../design/button'
import { useWords } from '../words/words'
import styles from './list-head.module.css'
import { SearchBox } from './search-box'
import { SortMenu } from './sort-menu'

const titles = {
  all: term('All posts'),
  draft: term('Drafts'),
  published: term('Published'),
  changed: term('Changed'),
  page: term('Pages'),
  trash: term('Trash'),
  tags: term('Tags'),
  media: term('Media'),
  site: term('Site'),
} as const

function titleOf(place: Place, { say }: Words): string {
  switch (place.kind) {
    case 'tag':
      return `#${place.tag}`
    case 'series':
      return place.series
    case 'filter':
      return place.filter.name
    default:
      return say(titles[place.kind])
  }
}

/** The place's name and count, its order, the search, and the way to a new post. */
export function ListHead({ list }: { readonly list: List }) {
  const words = useWords()
  const { say } = words
  const { place } = useWorkspace()
  const actions = usePostActions()
  const newKey = useShortcut('new-post')
  const isSearch = list.source.typed !== ''
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{titleOf(place, words)}</h2>
        <span className={styles.count} aria-live="polite">
          {isSearch && !list.isLoading && describe(list, words)}
        </span>
        <SortMenu />
        <IconButton
          label={place.kind === 'page' ? say('New page') : say('New post')}
          shortcut={newKey}
          onPress={() => void actions.create(place)}
        >
          <SquarePen size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <SearchBox />
    </header>
  )
}

const describe = ({ total, found }: List, { say }: Words) =>
  total < found
    ? say('best {total, number} of {found, number}', { total, found })
    : say('{found, number} found', { found })
