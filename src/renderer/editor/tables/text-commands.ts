import type { StateCommand } from '@codemirror/state'
import { type Term, term } from '../../../words'
import { insertTable } from './insert-table'
import { tableCommands } from './table-commands'

const command = (id: string, name: Term, key: string | undefined, run: StateCommand) => ({
  id,
  name,
  keys: key === undefined ? [] : [key],
  run,
})

/** What can be done with tables, as rows of the table of commands. All but the first do nothing outside of one. */
export const tableTextCommands = [
  command('table', term('Table'), 'Mod+Shift+T', insertTable),
  command('table-row-above', term('Table: add row above'), undefined, tableCommands.addRowAbove),
  command('table-row-below', term('Table: add row below'), 'Mod+Alt+Enter', tableCommands.addRowBelow),
  command('table-row-up', term('Table: move row up'), undefined, tableCommands.moveRowUp),
  command('table-row-down', term('Table: move row down'), undefined, tableCommands.moveRowDown),
  command('table-row-remove', term('Table: delete row'), 'Mod+Alt+Backspace', tableCommands.removeRow),
  command('table-column-before', term('Table: add column before'), undefined, tableCommands.addColumnBefore),
  command(
    'table-column-after',
    term('Table: add column after'),
    'Mod+Alt+Shift+Enter',
    tableCommands.addColumnAfter,
  ),
  command(
    'table-column-left',
    term('Table: move column back'),
    'Mod+Alt+ArrowLeft',
    tableCommands.moveColumnBefore,
  ),
  command(
    'table-column-right',
    term('Table: move column on'),
    'Mod+Alt+ArrowRight',
    tableCommands.moveColumnAfter,
  ),
  command(
    'table-column-remove',
    term('Table: delete column'),
    'Mod+Alt+Shift+Backspace',
    tableCommands.removeColumn,
  ),
  command('table-align-left', term('Table: align column left'), undefined, tableCommands.alignLeft),
  command('table-align-center', term('Table: center column'), undefined, tableCommands.alignCenter),
  command('table-align-right', term('Table: align column right'), undefined, tableCommands.alignRight),
  command('table-align', term('Table: line columns up'), undefined, tableCommands.align),
] as const
