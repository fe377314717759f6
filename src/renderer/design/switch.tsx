import { SwitchButton, SwitchField, Text } from 'react-aria-components'
import styles from './switch.module.css'

interface Props {
  readonly label: string
  /** A sentence below the label. */
  readonly hint?: string | undefined
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** Something that is on or off, and takes effect at once. */
export function Switch({ label, hint, isOn, onChange }: Props) {
  return (
    <SwitchField className={styles.field ?? ''} isSelected={isOn} onChange={onChange}>
      <SwitchButton className={styles.switch ?? ''}>
        <span className={styles.label}>{label}</span>
        <span className={styles.track} aria-hidden>
          <span className={styles.knob} />
        </span>
      </SwitchButton>
      {hint !== undefined && hint !== '' && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
    </SwitchField>
  )
}
