import { Ellipsis, ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { sentenceOf } from '../app/connection'
import { keys, type SavedFilter, useFilters } from '../app/library-view'
import { useNotices } from '../app/notices'
import { useServices } from '../app/services'
import { useDispatch, useWorkspace } from '../app/workspace'
import { Item, MenuButton } from '../design/menu'
import { useWords } from '../words/words'
import { PlaceButton } from './place-button'
import { SaveFilterDialog } from './save-filter-dialog'
import styles from './sidebar.module.css'

/** The searches that the writer has kept, as places. */
export function FilterList() {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const filters = useFilters().data ?? []
  const remove = useRemoval()
  const [renaming, setRenaming] = useState<SavedFilter>()
  if (filters.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are places to go to.
    <div role="group" aria-label={say('Filters')} className={styles.group}>
      <h2 className={styles.heading}>{say('Filters')}</h2>
      <ul>
        {filters.map((filter) => (
          <PlaceButton
            key={filter.id}
            label={filter.name}
            icon={ListFilter}
            isCurrent={place.kind === 'filter' && place.filter.id === filter.id}
            onPress={() => dispatch({ do: 'go', place: { kind: 'filter', filter } })}
          >
            <MenuButton
              label={say('Filter {name}', { name: filter.name })}
              trigger={
                <Button
                  aria-label={say('Change filter {name}', { name: filter.name })}
                  className={styles.ellipsis ?? ''}
                >
                  <Ellipsis size={14} />
                </Button>
              }
            >
              <Item name={say('Rename…')} onAction={() => setRenaming(filter)} />
              <Item name={say('Remove')} onAction={() => remove(filter)} />
            </MenuButton>
          </PlaceButton>
        ))}
      </ul>
      {renaming && (
        <SaveFilterDialog query={renaming.query} filter={renaming} onClose={() => setRenaming(undefined)} />
      )}
    </div>
  )
}

/** Removes a filter, with Undo: the posts that it finds stay as they are. */
function useRemoval() {
  const { say } = useWords()
  const { calls, queries } = useServices()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const notify = useNotices()
  return (filter: SavedFilter) => {
    const tell = (error: unknown) => notify({ text: sentenceOf(error), kind: 'trouble' })
    const show = () => queries.invalidateQueries({ queryKey: keys.filters })
    const keep = async () => {
      await calls.filters.save({ name: filter.name, query: filter.query })
      await show()
    }
    const remove = async () => {
      await calls.filters.remove({ id: filter.id })
      if (place.kind === 'filter' && place.filter.id === filter.id)
        dispatch({ do: 'go', place: { kind: 'all' } })
      await show()
      notify({
        text: say('Filter “{name}” removed.', { name: filter.name }),
        action: { label: say('Undo'), run: () => void keep().catch(tell) },
      })
    }
    remove().catch(tell)
  }
}
