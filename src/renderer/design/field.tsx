import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components'
import styles from './field.module.css'

interface Props extends Omit<TextFieldProps, 'className' | 'children'> {
  readonly label: string
  /** A sentence below the field. */
  readonly hint?: string | undefined
  /** What is wrong with it; shown in the hint's place and announced. */
  readonly error?: string | undefined
  readonly placeholder?: string
  /** Stands beside the field, such as a button that fills it in. */
  readonly beside?: ReactNode
}

/** A labelled line of text with its hint or its error. */
export function Field({ label, hint, error, placeholder, beside, ...rest }: Props) {
  return (
    <TextField {...rest} isInvalid={error !== undefined} className={styles.field ?? ''}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.row}>
        <Input
          className={styles.input ?? ''}
          spellCheck={false}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {beside}
      </div>
      {error === undefined ? (
        hint !== undefined && (
          <Text slot="description" className={styles.hint ?? ''}>
            {hint}
          </Text>
        )
      ) : (
        <FieldError className={styles.error ?? ''}>{error}</FieldError>
      )}
    </TextField>
  )
}
