import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../app/connection'
import { type Tag, useTags } from '../app/library-view'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { Field } from '../design/field'
import { useTagActions } from './use-tag-actions'

const formId = 'rename-tag-form'

/** Another name for a tag. The name of another tag merges the two, and says so before. */
export function RenameTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const tags = useTags().data ?? []
  const actions = useTagActions()
  const [name, setName] = useState(tag.name)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const to = name.trim()
  const other = to === tag.name ? undefined : tags.find((candidate) => candidate.name === to)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (to === '') setError('A tag needs a name.')
    else if (to === tag.name) onClose()
    else {
      setBusy(true)
      try {
        await actions.rename(tag.name, to)
        onClose()
      } catch (reason) {
        setError(sentenceOf(reason))
        setBusy(false)
      }
    }
  }
  return (
    <Dialog
      title={`Rename tag “${tag.name}”`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="solid" type="submit" form={formId} isDisabled={isBusy}>
            {other ? 'Merge' : 'Rename'}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Field
          label="Name"
          value={name}
          error={error}
          hint={
            other
              ? `“${other.name}” is a tag already: the two become one, with the posts of both.`
              : 'In every post that has it. The name of another tag merges the two.'
          }
          maxLength={100}
          autoFocus
          // The old name is there to be typed over.
          onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
          onChange={(next) => {
            setName(next)
            setError(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}
