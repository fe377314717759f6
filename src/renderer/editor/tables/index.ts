/** Tables in the text: their keys, and what can be done with them from the table of commands. */
export { type TablePlace, tablePlace } from './table-place'
export { TableTools } from './table-tools'
export { tables } from './tables'
export { tableTextCommands } from './text-commands'
