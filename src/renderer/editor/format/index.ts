/** What can be done with the words and lines of a post: one table, its keys, and what typing does by itself. */
export { formatting } from './formatting'
export { type TextCommand, textCommands } from './text-commands'
