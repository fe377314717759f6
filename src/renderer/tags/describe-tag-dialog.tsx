import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import type { Tag } from '../app/library-view'
import { Field } from '../design/field'
import { FormDialog } from '../design/form-dialog'
import { useWords } from '../words/words'
import { useTagActions } from './use-tag-actions'

/** What a tag is about, for the page of the site that lists its posts. */
export function DescribeTagDialog({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const { say } = useWords()
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
    <FormDialog
      title={say('Describe tag “{tag}”', { tag: tag.name })}
      onClose={onClose}
      submitLabel={say('Save')}
      onSubmit={save}
    >
      <Field
        label={say('Description')}
        hint={say('Stands on the tag’s page of the site, above its posts.')}
        value={text}
        error={error}
        maxLength={1000}
        autoFocus
        onChange={setText}
      />
    </FormDialog>
  )
}
