import { useId, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import field from '../design/field.module.css'
import { useWords } from '../words/words'
import styles from './colour-field.module.css'

interface Props {
  readonly label: string
  readonly hint?: string
  /** `#rrggbb` */
  readonly value: string
  readonly onChange: (colour: string, isTyped?: boolean) => void
  readonly onLeave: () => void
}

/** A colour: chosen in the system's picker, or written. */
export function ColourField({ label, hint, value, onChange, onLeave }: Props) {
  const [typed, setTyped] = useState<string>()
  const { say } = useWords()
  const id = useId()
  const error =
    typed !== undefined && readColour(typed) === undefined ? say('A colour looks like #2f4fb5.') : undefined
  return (
    <TextField
      className={field.field ?? ''}
      isInvalid={error !== undefined}
      value={typed ?? value}
      onChange={(text) => {
        setTyped(text)
        const colour = readColour(text)
        if (colour !== undefined) onChange(colour, true)
      }}
      onBlur={() => {
        if (error === undefined) setTyped(undefined)
        onLeave()
      }}
    >
      <Label id={id} className={field.label ?? ''}>
        {label}
      </Label>
      <div className={styles.row}>
        <input
          type="color"
          className={styles.well}
          aria-label={`${label}: choose`}
          value={readColour(value) ?? '#000000'}
          onChange={(event) => {
            setTyped(undefined)
            onChange(event.target.value, true)
          }}
          onBlur={onLeave}
        />
        <Input className={field.input ?? ''} spellCheck={false} />
      </div>
      {error === undefined ? (
        hint !== undefined && (
          <Text slot="description" className={field.hint ?? ''}>
            {hint}
          </Text>
        )
      ) : (
        <FieldError className={field.error ?? ''}>{error}</FieldError>
      )}
    </TextField>
  )
}

/** `#ABC` and `#aabbcc` as `#aabbcc`; undefined for what is no colour. */
function readColour(text: string): string | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
