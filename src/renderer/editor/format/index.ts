/** What can be done with the words and lines of a post: one table of commands, and what typing does by itself. */
export { textCommands } from './text-commands'
export { wrapping, wrapSelection } from './wrapping'
