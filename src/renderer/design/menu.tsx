import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components'
import styles from './menu.module.css'

interface Props {
  /** Its accessible name. */
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  /** Below the button, its end under the button's end, unless told otherwise. */
  readonly placement?: PopoverProps['placement']
}

/** A button with a menu. */
export function MenuButton({ label, trigger, children, placement = 'bottom end' }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <Menu aria-label={label} className={styles.menu ?? ''}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

interface ItemProps {
  readonly name: string
  /** The key that does the same, shown beside it. */
  readonly shortcut?: string | undefined
  readonly onAction: () => void
}

/** Something that a menu does. */
export function Item({ name, shortcut, onAction }: ItemProps) {
  return (
    <MenuItem className={styles.item ?? ''} textValue={name} onAction={onAction}>
      {name}
      {shortcut !== undefined && <kbd className={styles.key}>{shortcut}</kbd>}
    </MenuItem>
  )
}

interface OneOfProps<Value extends string> {
  readonly title: string
  readonly value: Value
  /** What is shown for each value, in order. */
  readonly options: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
}

/** A part of a menu in which one is chosen. */
export function OneOf<Value extends string>({ title, value, options, onChange }: OneOfProps<Value>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(chosen) => {
        const [first] = chosen === 'all' ? [] : chosen
        if (first !== undefined) onChange(first as Value)
      }}
      className={styles.section ?? ''}
    >
      <Header className={styles.header ?? ''}>{title}</Header>
      {(Object.entries(options) as [Value, string][]).map(([option, name]) => (
        <MenuItem key={option} id={option} textValue={name} className={styles.item ?? ''}>
          {({ isSelected }) => (
            <>
              <span className={styles.check}>{isSelected && <Check size={14} />}</span>
              {name}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}
