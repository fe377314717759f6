import { completionStatus } from '@codemirror/autocomplete'
import { type Extension, Prec, type StateCommand } from '@codemirror/state'
import { type Command, keymap } from '@codemirror/view'
import { enterInTable, tableCommands } from './table-commands'

/**
 * Keys that do something else inside tables than outside. They go before those of Markdown and of the editor;
 * what completes a word goes before them. The others are in the table of commands.
 */
export const tables: Extension = Prec.high(
  keymap.of([
    { key: 'Tab', run: unlessCompleting(tableCommands.nextCell), shift: tableCommands.previousCell },
    { key: 'Enter', run: enterInTable },
    { key: 'Mod-Enter', run: tableCommands.addRowBelow },
  ]),
)

/** Tab takes the word that is offered, where one is. */
function unlessCompleting(command: StateCommand): Command {
  return (view) => completionStatus(view.state) !== 'active' && command(view)
}
