import {
  Bold,
  ChevronDown,
  Code,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Plus,
  TextQuote,
  Type,
} from 'lucide-react'
import { Separator, Toolbar } from 'react-aria-components'
import { usePreference } from '../../app/preferences'
import type { Command } from '../../commands/command'
import { useCommandTable } from '../../commands/command-table'
import { nameKey } from '../../commands/keys'
import { Button, IconButton } from '../../design/button'
import { Item, MenuButton } from '../../design/menu'
import { useWords } from '../../words/words'
import styles from './format-bar.module.css'

const marks: Readonly<Record<string, LucideIcon>> = { bold: Bold, italic: Italic, code: Code, link: Link }
const blocks: Readonly<Record<string, LucideIcon>> = {
  quote: TextQuote,
  'bullet-list': List,
  'numbered-list': ListOrdered,
  'task-list': ListChecks,
}
const kinds = ['body', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading-5', 'heading-6']
const insertions = [
  'insert-image',
  'table',
  'footnote',
  'code-block',
  'math',
  'callout-note',
  'callout-tip',
  'callout-important',
  'callout-warning',
  'callout-caution',
  'rule',
]

/** The commands of the text within reach of the pointer. Whoever writes by keys alone can put it away. */
export function FormatBar() {
  const [isShown] = usePreference('isFormatBarShown')
  return isShown ? <ShownBar /> : null
}

function ShownBar() {
  const { say } = useWords()
  const commands = useCommandTable()
  const find = (ids: readonly string[]) =>
    ids.flatMap((id) => commands.filter((command) => command.id === id && command.isEnabled))
  return (
    <Toolbar aria-label={say('Format')} className={styles.bar ?? ''}>
      <CommandMenu
        label={say('Kind of paragraph')}
        icon={<Type size={15} strokeWidth={1.75} />}
        commands={find(kinds)}
      />
      <Separator orientation="vertical" className={styles.line ?? ''} />
      <Buttons commands={find(Object.keys(marks))} icons={marks} />
      <Separator orientation="vertical" className={styles.line ?? ''} />
      <Buttons commands={find(Object.keys(blocks))} icons={blocks} />
      <Separator orientation="vertical" className={styles.line ?? ''} />
      <CommandMenu
        label={say('Insert')}
        icon={<Plus size={15} strokeWidth={1.75} />}
        commands={find(insertions)}
      />
    </Toolbar>
  )
}

const keyOf = ({ keys: [key] }: Command) => (key === undefined ? undefined : nameKey(key))

interface ButtonsProps {
  readonly commands: readonly Command[]
  readonly icons: Readonly<Record<string, LucideIcon>>
}

function Buttons({ commands, icons }: ButtonsProps) {
  return commands.map((command) => {
    const Icon = icons[command.id] ?? Plus
    return (
      <IconButton
        key={command.id}
        label={command.name}
        shortcut={keyOf(command)}
        onPress={() => void command.run()}
      >
        <Icon size={15} strokeWidth={1.75} />
      </IconButton>
    )
  })
}

interface MenuProps {
  readonly label: string
  readonly icon: React.ReactNode
  readonly commands: readonly Command[]
}

function CommandMenu({ label, icon, commands }: MenuProps) {
  return (
    <MenuButton
      label={label}
      placement="bottom start"
      trigger={
        <Button look="plain" aria-label={label}>
          {icon}
          <ChevronDown size={12} strokeWidth={1.75} />
        </Button>
      }
    >
      {commands.map((command) => (
        <Item
          key={command.id}
          name={command.name}
          shortcut={keyOf(command)}
          // After the menu has given the focus back, so that it ends in the text.
          onAction={() => setTimeout(command.run, 0)}
        />
      ))}
    </MenuButton>
  )
}
