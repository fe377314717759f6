import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'
import styles from './choice.module.css'

interface Props<Value extends string> {
  readonly label: string
  /** A sentence below the label. */
  readonly hint?: string | undefined
  readonly value: Value
  /** What is shown for each value, in order. */
  readonly options: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
  /** What there is to choose from says what the choice is about; the label is still read out. */
  readonly isLabelHidden?: boolean
}

/** One of a few, side by side. */
export function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
  isLabelHidden = false,
}: Props<Value>) {
  return (
    <RadioGroup
      orientation="horizontal"
      className={styles.choice ?? ''}
      value={value}
      onChange={(next) => onChange(next as Value)}
    >
      <div className={styles.words}>
        <Label className={isLabelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
        {hint !== undefined && (
          <Text slot="description" className={styles.hint ?? ''}>
            {hint}
          </Text>
        )}
      </div>
      <div className={styles.options}>
        {(Object.entries(options) as [Value, string][]).map(([option, name]) => (
          <RadioField key={option} value={option}>
            <RadioButton className={styles.option ?? ''}>{name}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
