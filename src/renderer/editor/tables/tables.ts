import { type Extension, Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { enterInTable, tableCommands } from './table-commands'

/**
 * Keys inside tables. They go before those of Markdown and of the editor, which outside of a table do what they
 * do; what completes a word goes before them.
 */
export const tables: Extension = Prec.high(
  keymap.of([
    { key: 'Tab', run: tableCommands.nextCell, shift: tableCommands.previousCell },
    { key: 'Enter', run: enterInTable },
    { key: 'Mod-Enter', run: tableCommands.addRowBelow },
    { key: 'Mod-Alt-Enter', run: tableCommands.addColumnAfter },
    { key: 'Alt-ArrowUp', run: tableCommands.moveRowUp },
    { key: 'Alt-ArrowDown', run: tableCommands.moveRowDown },
    { key: 'Alt-Shift-ArrowLeft', run: tableCommands.moveColumnBefore },
    { key: 'Alt-Shift-ArrowRight', run: tableCommands.moveColumnAfter },
    { key: 'Mod-Shift-k', run: tableCommands.removeRow },
    { key: 'Mod-Alt-Backspace', run: tableCommands.removeColumn },
  ]),
)
