import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import type { Tag } from '../app/library-view'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { useWords } from '../words/words'
import { useTagActions } from './use-tag-actions'

/** Asks before a tag is taken from every post that has it. */
export function RemoveTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { say } = useWords()
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
      title={say('Delete tag “{tag}”?', { tag: tag.name })}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {say('Cancel')}
          </Button>
          <Button look="danger" isDisabled={isBusy} onPress={() => void remove()}>
            {say('Delete tag')}
          </Button>
        </>
      }
    >
      <p>
        {say(
          '{count, plural, one {# post loses this tag and stays otherwise as it is.} other {# posts lose this tag and stay otherwise as they are.}} The site follows at its next update.',
          { count: tag.count },
        )}
      </p>
      {error !== undefined && <p role="alert">{error}</p>}
    </Dialog>
  )
}
