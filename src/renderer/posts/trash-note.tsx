import { useCounts } from '../app/library-view'
import { useDispatch, useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { useWords } from '../words/words'
import styles from './trash-note.module.css'

/** Above the trash: what becomes of what is in it, and the way to empty it now. */
export function TrashNote() {
  const { say } = useWords()
  const { place } = useWorkspace()
  const dispatch = useDispatch()
  const count = useCounts().data?.trash ?? 0
  if (place.kind !== 'trash' || count === 0) return null
  return (
    <div className={styles.note}>
      <p>{say('Posts are deleted 30 days after they came here.')}</p>
      <Button onPress={() => dispatch({ do: 'open-dialog', dialog: 'empty-trash' })}>
        {say('Empty trash…')}
      </Button>
    </div>
  )
}
