import { type ReactNode, useId } from 'react'
import { useWords } from '../words/words'
import { Button } from './button'
import { Dialog } from './dialog'

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** What the button that sends it says. */
  readonly submitLabel: string
  readonly isBusy?: boolean
  readonly onSubmit: () => Promise<void>
  readonly children: ReactNode
}

/** A dialog around a small form: Enter in a field sends it, as its button does. */
export function FormDialog({ title, onClose, submitLabel, isBusy = false, onSubmit, children }: Props) {
  const { say } = useWords()
  const id = useId()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('Cancel')}</Button>
          <Button look="solid" type="submit" form={id} isDisabled={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}
