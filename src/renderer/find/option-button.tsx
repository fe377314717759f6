import type { ReactNode } from 'react'
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import tooltip from '../design/button.module.css'
import styles from './option-button.module.css'

interface Props {
  readonly label: string
  readonly shortcut?: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
}

/** A small switch beside a field of words to find. */
export function OptionButton({ label, shortcut, isOn, onChange, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <ToggleButton aria-label={label} isSelected={isOn} onChange={onChange} className={styles.option ?? ''}>
        {children}
      </ToggleButton>
      <Tooltip className={tooltip.tooltip ?? ''} offset={6}>
        {label}
        {shortcut !== undefined && <kbd className={tooltip.key}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
