import { EditorView } from '@codemirror/view'
import { X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useLiveValue } from '../app/live-value'
import { IconButton } from '../design/button'
import type { SidePaneProps } from '../side/side-panes'
import { useWords } from '../words/words'
import styles from './prose-pane.module.css'
import type { PrivateComment } from './text/prose'
import { useProse } from './use-prose'

/** What the writer noted for themselves in the post. None of it is ever exported. */
export function CommentsPane({ session, editor, isReadOnly }: SidePaneProps) {
  const { say } = useWords()
  const comments = useLiveValue(useProse(session).reading)?.comments
  if (comments === undefined) return <p className={styles.none}>{say('Looking…')}</p>
  if (comments.length === 0) {
    return (
      <p className={styles.none}>
        {say('No comments yet. What stands between %% and %% is for you alone: it is never exported.')}
      </p>
    )
  }
  return (
    <>
      <p className={styles.none}>{say('For you alone: comments are never exported.')}</p>
      <ul aria-label={say('Comments')}>
        {comments.map((comment) => (
          <li key={comment.from} className={styles.item}>
            <Button className={styles.place ?? ''} onPress={() => editor && select(editor, comment)}>
              <span className={styles.comment}>{comment.text || say('An empty comment')}</span>
            </Button>
            {!isReadOnly && (
              <IconButton
                label={say('Delete this comment')}
                onPress={() => editor && remove(editor, comment)}
              >
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whether a comment still stands where it was read; a moment later it is read anew. */
const isThere = (editor: EditorView, { from, to, text }: PrivateComment) =>
  editor.state.sliceDoc(from, to).slice(2, -2).trim() === text

function select(editor: EditorView, comment: PrivateComment): void {
  if (!isThere(editor, comment)) return
  editor.focus()
  editor.dispatch({
    selection: { anchor: comment.from, head: comment.to },
    effects: EditorView.scrollIntoView(comment.from, { y: 'center' }),
  })
}

/** A comment with lines of its own takes them with it. */
function remove(editor: EditorView, comment: PrivateComment): void {
  if (!isThere(editor, comment)) return
  const { doc } = editor.state
  const first = doc.lineAt(comment.from)
  const last = doc.lineAt(comment.to)
  const isAlone = first.from === comment.from && last.to === comment.to
  const to = isAlone ? Math.min(doc.length, last.to + 1) : comment.to
  editor.dispatch({ changes: { from: comment.from, to }, userEvent: 'delete' })
  editor.focus()
}
