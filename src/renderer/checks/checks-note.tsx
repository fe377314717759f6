import { useEffect, useState } from 'react'
import type { PostId } from '../../document'
import { useSide } from '../side/use-side'
import { useWords } from '../words/words'
import styles from './checks-note.module.css'
import { countFindings } from './count-findings'
import { usePostChecks } from './use-checks'

/** Who goes through the list by key opens a post for a moment only: it is looked at once one stays. */
const stayMs = 1500

function useHasStayed(id: PostId): boolean {
  const [stayed, setStayed] = useState<PostId>()
  useEffect(() => {
    const timer = setTimeout(() => setStayed(id), stayMs)
    return () => clearTimeout(timer)
  }, [id])
  return stayed === id
}

/** In the status bar: how much there is to look at in the open post; a press shows it. Nothing when there is nothing. */
export function ChecksNote({ id }: { readonly id: PostId }) {
  const { say } = useWords()
  const { found } = usePostChecks(id, useHasStayed(id))
  const { pane, isShown, show, hide } = useSide()
  const areShown = isShown && pane === 'checks'
  const { error, warning } = countFindings(found ?? [])
  if (error + warning === 0) return null
  return (
    <button
      type="button"
      className={styles.note}
      data-errors={error > 0 || undefined}
      aria-expanded={areShown}
      title={say('Checks (F7)')}
      onClick={() => (areShown ? hide() : show('checks'))}
    >
      {say('{count, number} to look at', { count: error + warning })}
    </button>
  )
}
