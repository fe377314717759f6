import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import styles from './menu.module.css'

interface Props {
  /** Its accessible name. */
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
}

/** A button with a menu. */
export function MenuButton({ label, trigger, children }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu aria-label={label} className={styles.menu ?? ''}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Something that a menu does. */
export function Item({ name, onAction }: { readonly name: string; readonly onAction: () => void }) {
  return (
    <MenuItem className={styles.item ?? ''} textValue={name} onAction={onAction}>
      {name}
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
