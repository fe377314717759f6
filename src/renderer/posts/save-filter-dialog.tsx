import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../app/connection'
import { keys, type SavedFilter } from '../app/library-view'
import { useServices } from '../app/services'
import { useDispatch } from '../app/workspace'
import { Field } from '../design/field'
import { FormDialog } from '../design/form-dialog'
import { useWords } from '../words/words'

interface Props {
  readonly query: string
  /** The filter that gets another name; a new one when left out. */
  readonly filter?: SavedFilter
  readonly onClose: () => void
}

/** Keeps a search under a name, or gives a kept one another. */
export function SaveFilterDialog({ query, filter, onClose }: Props) {
  const { say } = useWords()
  const { calls } = useServices()
  const queries = useQueryClient()
  const dispatch = useDispatch()
  const [name, setName] = useState(filter?.name ?? '')
  const [error, setError] = useState<string>()
  const save = async () => {
    if (name.trim() === '') {
      setError(say('A filter needs a name.'))
      return
    }
    try {
      const saved = await calls.filters.save({
        ...(filter === undefined ? {} : { id: filter.id }),
        name: name.trim(),
        query,
      })
      await queries.invalidateQueries({ queryKey: keys.filters })
      onClose()
      dispatch({ do: 'go', place: { kind: 'filter', filter: saved } })
    } catch (reason) {
      setError(sentenceOf(reason))
    }
  }
  return (
    <FormDialog
      title={filter === undefined ? say('Save as filter') : say('Rename filter')}
      onClose={onClose}
      submitLabel={say('Save')}
      onSubmit={save}
    >
      <Field
        label={say('Name')}
        hint={say('Shows the posts that “{query}” finds.', { query })}
        value={name}
        error={error}
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
