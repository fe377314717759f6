import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { useTags } from '../app/library-view'
import { useDispatch, useWorkspace } from '../app/workspace'
import { useWords } from '../words/words'
import { PlaceButton } from './place-button'
import styles from './sidebar.module.css'

/** More would make the sidebar a list of its own, which the view of tags is. */
const mostShown = 40

/** The tags in use, the most used when there are many; their heading leads to all of them. */
export function TagList() {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const tags = useTags().data
  const shown = useMemo(() => {
    const used = (tags ?? []).filter(({ count }) => count > 0)
    if (used.length <= mostShown) return used
    const often = [...used].sort((a, b) => b.count - a.count).slice(0, mostShown)
    return used.filter((tag) => often.includes(tag))
  }, [tags])
  const showAll = () => dispatch({ do: 'go', place: { kind: 'tags' } })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are places to go to.
    <div role="group" aria-label={say('Tags')} className={styles.group}>
      <h2 className={styles.heading}>
        {say('Tags')}
        {tags !== undefined && tags.length > 0 && (
          <Button
            className={styles.more ?? ''}
            onPress={showAll}
            {...(place.kind === 'tags' ? { 'aria-current': 'page', 'data-pane-focus': true } : {})}
          >
            {say('All tags')}
          </Button>
        )}
      </h2>
      {tags?.length === 0 && <p className={styles.none}>{say('Tags of your posts appear here.')}</p>}
      <ul>
        {shown.map(({ name, count }) => (
          <PlaceButton
            key={name}
            label={name}
            count={count}
            isCurrent={place.kind === 'tag' && place.tag === name}
            onPress={() => dispatch({ do: 'go', place: { kind: 'tag', tag: name } })}
          />
        ))}
      </ul>
    </div>
  )
}
