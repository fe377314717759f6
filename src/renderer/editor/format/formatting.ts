import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { KeyName } from '../../commands/keys'
import { textCommands } from './text-commands'
import { wrapping } from './wrapping'

/** A key of our table as CodeMirror writes it: `Mod+Alt+K` is `Mod-Alt-k`. */
const toEditorKey = (name: KeyName) =>
  name
    .split('+')
    .map((part) => (part.length === 1 ? part.toLowerCase() : part))
    .join('-')

/** The keys of the table, and marks that are typed over a selection. */
export const formatting: Extension = [
  keymap.of(
    textCommands.flatMap(({ keys, run }) =>
      keys.map((key) => ({ key: toEditorKey(key), run, preventDefault: true })),
    ),
  ),
  wrapping,
]
