import { TriangleAlert } from 'lucide-react'
import { isList, useDispatch, useWorkspace } from '../app/workspace'
import { countFindings, sayFindings, useSiteChecks } from '../checks'
import { Button } from '../design/button'
import { showSidePane } from '../side/use-side'
import { useWords } from '../words/words'
import styles from './checks-before.module.css'

/** Before an export: what there is to look at on the site, and the way to it. The export doesn't wait for it. */
export function ChecksBefore({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const { say } = words
  const { found = [] } = useSiteChecks()
  const { place, selected } = useWorkspace()
  const dispatch = useDispatch()
  const { error, warning } = countFindings(found)
  if (error + warning === 0) return null
  const look = () => {
    showSidePane('checks')
    onClose()
    if (!isList(place)) dispatch({ do: 'go', place: { kind: 'all' } })
    const first = found.find(({ post }) => post !== undefined)?.post
    if (selected === undefined && first !== undefined) dispatch({ do: 'select', post: first.id })
  }
  return (
    <div className={styles.note} data-errors={error > 0 || undefined}>
      <TriangleAlert size={16} />
      <p className={styles.words}>{sayFindings(found, words)}</p>
      <Button look="plain" onPress={look}>
        {say('Show checks')}
      </Button>
    </div>
  )
}
