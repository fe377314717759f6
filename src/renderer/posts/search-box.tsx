import { BookmarkPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTags } from '../app/library-view'
import { useDispatch, useWorkspace } from '../app/workspace'
import { focusNamedPane } from '../commands/panes'
import { SearchField } from '../design/search-field'
import { useWords } from '../words/words'
import { focusSearch } from './focus-search'
import { SaveFilterDialog } from './save-filter-dialog'
import styles from './search-box.module.css'
import { hintsFor } from './search-hints'

/** The search of the list: words, and what its language understands; a search can be kept as a filter. */
export function SearchBox() {
  const { say } = useWords()
  const { search } = useWorkspace()
  const dispatch = useDispatch()
  const [isWithin, setWithin] = useState(false)
  const [isSaving, setSaving] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices whether the focus is within.
    <div
      className={styles.box}
      onFocus={() => setWithin(true)}
      onBlur={({ currentTarget, relatedTarget }) => setWithin(currentTarget.contains(relatedTarget))}
    >
      <SearchField
        label={say('Search posts')}
        isMain
        value={search}
        onChange={(text) => dispatch({ do: 'search', text })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          focusNamedPane('list')
        }}
      />
      {(isWithin || search !== '') && <Hints onSave={() => setSaving(true)} />}
      {isSaving && <SaveFilterDialog query={search.trim()} onClose={() => setSaving(false)} />}
    </div>
  )
}

function Hints({ onSave }: { readonly onSave: () => void }) {
  const { say } = useWords()
  const { search } = useWorkspace()
  const dispatch = useDispatch()
  const tags = useTags().data ?? []
  const hints = hintsFor(search, tags, new Date().toISOString().slice(0, 10))
  const isEmpty = search.trim() === ''
  if (hints.length === 0 && isEmpty) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" aria-label={say('Search hints')} className={styles.hints}>
      {hints.map(({ name, text }) => (
        <Button
          key={name}
          className={styles.hint ?? ''}
          onPress={() => {
            dispatch({ do: 'search', text })
            focusSearch('end')
          }}
        >
          {name}
        </Button>
      ))}
      {!isEmpty && (
        <Button className={`${styles.hint} ${styles.save}`} onPress={onSave}>
          <BookmarkPlus size={13} strokeWidth={1.75} />
          {say('Save as filter…')}
        </Button>
      )}
    </div>
  )
}
