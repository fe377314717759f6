import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { enterInTable, tableCommands } from './table-commands'

/**
 * Keys that do something else inside tables than outside. They go before those of Markdown and of the editor;
 * what completes a word goes before them. The others are in the table of commands.
 */
export const tables: Extension = Prec.high(
  keymap.of([
    { key: 'Tab', run: tableCommands.nextCell, shift: tableCommands.previousCell },
    { key: 'Enter', run: enterInTable },
    { key: 'Mod-Enter', run: tableCommands.addRowBelow },
  ]),
)
