import * as Y from 'yjs'
import { settleStep } from './undo-state'

/**
 * Undo for a text that gives back every state to the byte, also after undoing, writing on and undoing again.
 *
 * What Yjs takes back and brings again are new pieces, to which the old ones point. Its own manager follows such a
 * pointer to the first piece alone: if something was written into the middle since, the rest stayed in the text
 * for ever. Here each step is told what its pieces have become before it is undone.
 */
export class TextUndo extends Y.UndoManager {
  override undo() {
    return this.#step('undoStack', () => super.undo())
  }

  override redo() {
    return this.#step('redoStack', () => super.redo())
  }

  /** Steps that change nothing are passed over, as Yjs does, but one by one, so that each is settled. */
  #step(name: 'undoStack' | 'redoStack', run: () => ReturnType<Y.UndoManager['undo']>) {
    for (;;) {
      const others = this[name]
      const top = others.pop()
      if (top === undefined) return null
      settleStep(this.doc, top)
      this[name] = [top]
      const done = run()
      // Whatever was added meanwhile stands on the others.
      this[name] = [...others, ...this[name]]
      if (done !== null) return done
    }
  }
}
