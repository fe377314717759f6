import type { PostId } from '../../document'
import { usePost } from '../app/use-post'
import { useDispatch } from '../app/workspace'
import { useWords } from '../words/words'
import styles from './properties-line.module.css'

/** Says that the site shows something else than the desk; pressing it shows what. */
export function Unreleased({ id }: { readonly id: PostId }) {
  const { say } = useWords()
  const post = usePost(id)
  const dispatch = useDispatch()
  if (post?.status !== 'published' || !post.hasChanges) return null
  return (
    <button
      type="button"
      className={styles.unreleased}
      onClick={() => dispatch({ do: 'show-history', place: { version: 'released', mode: 'changes' } })}
    >
      {say('Unreleased changes')}
    </button>
  )
}
