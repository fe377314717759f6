import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components'
import styles from './button.module.css'

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  /** `plain` for tools, `solid` for the one act that a place is about, `danger` for what takes away. */
  readonly look?: 'plain' | 'outline' | 'solid' | 'danger'
  readonly children: ReactNode
}

/** A button with words on it. */
export function Button({ look = 'outline', children, ...rest }: Props) {
  return (
    <AriaButton {...rest} className={`${styles.button} ${styles[look]}`}>
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'aria-label'> {
  /** Its accessible name, which the tooltip shows as well. */
  readonly label: string
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined
  readonly isOn?: boolean
  readonly children: ReactNode
}

/** A button with an icon; its name appears when one points at it. */
export function IconButton({ label, shortcut, isOn, children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'data-on': isOn || undefined })}
        className={styles.icon ?? ''}
      >
        {children}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {shortcut !== undefined && <kbd className={styles.key}>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
