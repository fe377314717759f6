import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { indentItems, outdentItems } from './list-commands'

/**
 * What Enter, Tab and Backspace do in lists, tasks and quotations: go on with the next item, and leave after an
 * empty one; hang on the item above and come back; take the mark away.
 */
export const lists: Extension = keymap.of([
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Backspace', run: deleteMarkupBackward },
  { key: 'Tab', run: indentItems, shift: outdentItems },
])
