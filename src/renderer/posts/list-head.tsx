import { Search, SquarePen, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { usePostActions } from '../app/post-actions'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'
import { nameKey } from '../commands/keys'
import { focusNamedPane } from '../commands/panes'
import { IconButton } from '../design/button'
import styles from './list-head.module.css'
import type { ShownPosts } from './use-shown-posts'

const titles = { all: 'All posts', draft: 'Drafts', published: 'Published', trash: 'Trash' } as const

/** The place's name and count, the search, and the way to a new post. */
export function ListHead({ shown }: { readonly shown: ShownPosts }) {
  const { place } = useWorkspace()
  const { info } = useServices()
  const actions = usePostActions()
  const count = shown.posts.length
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{place.kind === 'tag' ? `#${place.tag}` : titles[place.kind]}</h2>
        <span className={styles.count} aria-live="polite">
          {shown.query !== '' && !shown.isLoading && (count === 1 ? '1 found' : `${count} found`)}
        </span>
        <IconButton
          label="New post"
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

function SearchBox() {
  const { search } = useWorkspace()
  const dispatch = useDispatch()
  return (
    <SearchField
      aria-label="Search posts"
      className={styles.search ?? ''}
      value={search}
      onChange={(text) => dispatch({ do: 'search', text })}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        event.preventDefault()
        focusNamedPane('list')
      }}
    >
      <Search size={14} className={styles.glass} />
      <Input className={styles.input ?? ''} placeholder="Search" data-search-box spellCheck={false} />
      {search !== '' && (
        <Button className={styles.clear ?? ''} aria-label="Clear search">
          <X size={13} />
        </Button>
      )}
    </SearchField>
  )
}
