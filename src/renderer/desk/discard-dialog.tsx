import { usePost } from '../app/use-post'
import { useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import { useReleaseActions } from './use-release'

/** Asks before a post is made to read as the site shows it. */
export function DiscardDialog({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords()
  const { selected } = useWorkspace()
  const post = usePost(selected)
  const releases = useReleaseActions()
  if (post === undefined) return null
  const discard = () => {
    onClose()
    void releases.discard(post.id)
  }
  return (
    <Dialog
      title={say('Discard the unreleased changes?')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('Keep them')}</Button>
          <Button look="danger" onPress={discard}>
            {say('Discard changes')}
          </Button>
        </>
      }
    >
      <p>
        {say(
          '“{title}” will read as it did when it was released last. What you have written since stays in its history, from which it can be restored.',
          { title: post.title || say('Untitled') },
        )}
      </p>
    </Dialog>
  )
}
