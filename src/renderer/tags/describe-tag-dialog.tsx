import { type FormEvent, useState } from 'react'
import { sentenceOf } from '../app/connection'
import type { Tag } from '../app/library-view'
import { Button } from '../design/button'
import { Dialog } from '../design/dialog'
import { Field } from '../design/field'
import { useTagActions } from './use-tag-actions'

const formId = 'describe-tag-form'

/** What a tag is about, for the page of the site that lists its posts. */
export function DescribeTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const actions = useTagActions()
  const [text, setText] = useState(tag.description)
  const [error, setError] = useState<string>()
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await actions.describe(tag.name, text.trim())
      onClose()
    } catch (reason) {
      setError(sentenceOf(reason))
    }
  }
  return (
    <Dialog
      title={`Describe tag “${tag.name}”`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="solid" type="submit" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <Field
          label="Description"
          hint="Stands on the tag’s page of the site, above its posts."
          value={text}
          error={error}
          maxLength={1000}
          autoFocus
          onChange={setText}
        />
      </form>
    </Dialog>
  )
}
