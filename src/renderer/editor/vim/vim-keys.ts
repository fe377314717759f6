import type { Extension } from '@codemirror/state'
import { drawSelection, type EditorView } from '@codemirror/view'
import { Vim, vim } from '@replit/codemirror-vim'
import { yUndoManagerKeymap } from 'y-codemirror.next'
import { runAppCommand } from '../app-commands'

interface Editor {
  readonly cm6: EditorView
}

/** Undo and redo are those of the post, which know nothing of CodeMirror's own history. */
function undoBy(key: string) {
  const run = yUndoManagerKeymap.find((binding) => binding.key === key)?.run
  return ({ cm6 }: Editor, { repeat = 1 }: { readonly repeat?: number } = {}) => {
    for (let times = 0; times < repeat; times++) run?.(cm6)
  }
}

const markVersion = ({ cm6 }: Editor) => void runAppCommand(cm6, 'mark-version')

/** Vim's commands are the same for all editors; here they learn what they mean in this app. */
function teachVim(): void {
  Vim.defineAction('undo', undoBy('Mod-z'))
  Vim.defineAction('redo', undoBy('Mod-Shift-z'))
  Vim.defineEx('undo', 'u', (editor) => undoBy('Mod-z')(editor))
  Vim.defineEx('redo', 'red', (editor) => undoBy('Mod-Shift-z')(editor))
  Vim.defineEx('write', 'w', markVersion)
  Vim.defineEx('wq', 'wq', markVersion)
}

/**
 * Vim's keys, with the line that says its mode. What the browser selects can't show a selection of whole lines or
 * blocks, and so it is drawn.
 */
export function vimKeys(): Extension {
  teachVim()
  return [vim({ status: true }), drawSelection()]
}
