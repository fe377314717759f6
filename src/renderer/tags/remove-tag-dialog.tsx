import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import type { Tag } from '../app/library-view'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useTagActions } from './use-tag-actions'

/** Asks before a tag is taken from every post that has it. */
export function RemoveTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const actions = useTagActions()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await actions.remove(tag.name)
      onClose()
    } catch (reason) {
      setError(sentenceOf(reason))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={`Delete tag “${tag.name}”?`}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            Cancel
          </Button>
          <Button look="danger" isDisabled={isBusy} onPress={() => void remove()}>
            Delete tag
          </Button>
        </>
      }
    >
      <p>
        {tag.count === 1 ? '1 post loses' : `${tag.count.toLocaleString()} posts lose`} this tag and{' '}
        {tag.count === 1 ? 'stays' : 'stay'} otherwise as {tag.count === 1 ? 'it is' : 'they are'}. The site
        follows at its next update.
      </p>
      {error !== undefined && <p role="alert">{error}</p>}
    </Dialog>
  )
}
