import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import { type Tag, useTags } from '../app/library-view'
import { Field } from '../design/field'
import { FormDialog } from '../design/form-dialog'
import { useWords } from '../words/words'
import { useTagActions } from './use-tag-actions'

/** Another name for a tag. The name of another tag merges the two, and says so before. */
export function RenameTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { say } = useWords()
  const tags = useTags().data ?? []
  const actions = useTagActions()
  const [name, setName] = useState(tag.name)
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const to = name.trim()
  const other = to === tag.name ? undefined : tags.find((candidate) => candidate.name === to)
  const save = async () => {
    if (to === '') setError(say('A tag needs a name.'))
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
    <FormDialog
      title={say('Rename tag “{tag}”', { tag: tag.name })}
      onClose={onClose}
      submitLabel={other ? say('Merge') : say('Rename')}
      isBusy={isBusy}
      onSubmit={save}
    >
      <Field
        label={say('Name')}
        value={name}
        error={error}
        hint={
          other
            ? say('“{tag}” is a tag already: the two become one, with the posts of both.', {
                tag: other.name,
              })
            : say('In every post that has it. The name of another tag merges the two.')
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
    </FormDialog>
  )
}
