import type { StateCommand } from '@codemirror/state'
import { AlignCenter, AlignLeft, AlignRight, ChevronDown } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { createPortal } from 'react-dom'
import { type Term, term } from '../../../words'
import { type LiveValue, useLiveValue } from '../../app/live-value'
import { Button, IconButton } from '../../design/button'
import { Item, MenuButton } from '../../design/menu'
import { useWords } from '../../words/words'
import { tableCommands } from './table-commands'
import type { TablePlace } from './table-place'
import styles from './table-tools.module.css'

type Tool = readonly [name: Term, command: StateCommand]

const rowTools: readonly Tool[] = [
  [term('Add row above'), tableCommands.addRowAbove],
  [term('Add row below'), tableCommands.addRowBelow],
  [term('Move row up'), tableCommands.moveRowUp],
  [term('Move row down'), tableCommands.moveRowDown],
  [term('Delete row'), tableCommands.removeRow],
]

const columnTools: readonly Tool[] = [
  [term('Add column before'), tableCommands.addColumnBefore],
  [term('Add column after'), tableCommands.addColumnAfter],
  [term('Move column back'), tableCommands.moveColumnBefore],
  [term('Move column on'), tableCommands.moveColumnAfter],
  [term('Delete column'), tableCommands.removeColumn],
]

/** Tools above the table in which the cursor is. All they do has a place in the palette and the menu as well. */
export function TableTools({ open }: { readonly open: LiveValue<TablePlace | undefined> }) {
  const table = useLiveValue(open)
  if (table === undefined) return null
  return createPortal(<Tools {...table} />, table.place)
}

function Tools({ view }: TablePlace) {
  const { say } = useWords()
  const act = (command: StateCommand) => {
    command(view)
    view.focus()
  }
  const align = (name: string, command: StateCommand, Icon: typeof AlignLeft) => (
    <IconButton label={name} onPress={() => act(command)}>
      <Icon size={14} strokeWidth={1.75} />
    </IconButton>
  )
  const menu = (name: string, tools: readonly Tool[]) => (
    <MenuButton
      label={name}
      trigger={
        <Button look="plain">
          {name}
          <ChevronDown size={12} />
        </Button>
      }
    >
      {tools.map(([tool, command]) => (
        // The menu gives the focus back to its button first.
        <Item key={tool} name={say(tool)} onAction={() => setTimeout(() => act(command))} />
      ))}
    </MenuButton>
  )
  return (
    // It hangs over the page, outside of what else has a name.
    <section aria-label={say('Table')}>
      <Toolbar aria-label={say('Table')} className={styles.tools ?? ''}>
        {menu(say('[table] Row'), rowTools)}
        {menu(say('[table] Column'), columnTools)}
        {align(say('Align column left'), tableCommands.alignLeft, AlignLeft)}
        {align(say('Center column'), tableCommands.alignCenter, AlignCenter)}
        {align(say('Align column right'), tableCommands.alignRight, AlignRight)}
      </Toolbar>
    </section>
  )
}
