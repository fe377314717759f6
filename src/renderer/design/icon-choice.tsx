import type { LucideIcon } from 'lucide-react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import styles from './icon-choice.module.css'

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon: LucideIcon }[]
  readonly onChange: (value: Value) => void
}

/** One of a few that pictures say well enough; their names are read out, and shown when one points at them. */
export function IconChoice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={styles.choice ?? ''}
      value={value}
      onChange={(next) => onChange(next as Value)}
    >
      {options.map(({ value: option, label: name, icon: Icon }) => (
        <RadioField key={option} value={option} aria-label={name}>
          <RadioButton className={styles.option ?? ''}>
            <Icon size={15} strokeWidth={1.75} />
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
