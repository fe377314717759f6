import { usePost } from '../app/use-post'
import { useWorkspace } from '../app/workspace'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useReleaseActions } from './use-release'

/** Asks before a post is made to read as the site shows it. */
export function DiscardDialog({ onClose }: { readonly onClose: () => void }) {
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
      title="Discard the unreleased changes?"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep them</Button>
          <Button look="danger" onPress={discard}>
            Discard changes
          </Button>
        </>
      }
    >
      <p>
        “{post.title || 'Untitled'}” will read as it did when it was released last. What you have written
        since stays in its history, from which it can be restored.
      </p>
    </Dialog>
  )
}
