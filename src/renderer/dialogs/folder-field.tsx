import { useState } from 'react'
import type { FolderPurpose } from '../../api/contract'
import { useServices } from '../app/services'
import { Button } from '../design/button'
import { Field } from '../design/field'
import { useWords } from '../words/words'
import { FolderBrowser } from './folder-browser'

interface Props {
  readonly purpose: FolderPurpose
  readonly value: string
  readonly hint: string
  readonly error?: string | undefined
  readonly isDisabled: boolean
  readonly onChange: (path: string) => void
  /** Enter in the field, when it holds something. */
  readonly onSubmit: () => void
}

/** A folder by its path, or chosen: by the system's chooser, in the browser shell by our own. */
export function FolderField({ purpose, value, hint, error, isDisabled, onChange, onSubmit }: Props) {
  const { say } = useWords()
  const { bridge } = useServices()
  const [isBrowsing, setBrowsing] = useState(false)
  const browse = async () => {
    if (bridge === undefined) return setBrowsing(true)
    const chosen = await bridge.chooseFolder(purpose)
    if (chosen !== null) onChange(chosen)
  }
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isDisabled && value.trim() !== '') onSubmit()
        }}
      >
        <Field
          label={say('Folder')}
          hint={hint}
          error={error}
          value={value}
          onChange={onChange}
          isDisabled={isDisabled}
          autoFocus
          beside={
            <Button isDisabled={isDisabled} onPress={() => void browse()}>
              {say('Browse…')}
            </Button>
          }
        />
      </form>
      {isBrowsing && (
        <FolderBrowser
          start={value}
          onClose={() => setBrowsing(false)}
          onChoose={(path) => {
            setBrowsing(false)
            onChange(path)
          }}
        />
      )}
    </>
  )
}
