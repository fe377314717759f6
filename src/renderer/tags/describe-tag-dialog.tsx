import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import type { Tag } from '../app/library-view'
import { Field } from '../design/field'
import { FormDialog } from '../design/form-dialog'
import { useTagActions } from './use-tag-actions'

/** What a tag is about, for the page of the site that lists its posts. */
export function DescribeTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const actions = useTagActions()
  const [text, setText] = useState(tag.description)
  const [error, setError] = useState<string>()
  const save = async () => {
    try {
      await actions.describe(tag.name, text.trim())
      onClose()
    } catch (reason) {
      setError(sentenceOf(reason))
    }
  }
  return (
    <FormDialog title={`Describe tag “${tag.name}”`} onClose={onClose} submitLabel="Save" onSubmit={save}>
      <Field
        label="Description"
        hint="Stands on the tag’s page of the site, above its posts."
        value={text}
        error={error}
        maxLength={1000}
        autoFocus
        onChange={setText}
      />
    </FormDialog>
  )
}
