import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { DraftSession } from './draft-session'
import { decodeStack, encodeStack, type UndoStep } from './undo-state'

/** Where the writer is in a post, in offsets of its text. */
export interface DeskPlace {
  readonly anchor: number
  readonly head: number
  /** The line on top of the view begins here; null while the post's head is on screen. */
  readonly top: number | null
  /** pixels from the start of the head, where `top` is null */
  readonly scroll: number
  /** Whether the cursor stood in the text. */
  readonly hasFocus: boolean
}

/** Of the bytes; another number is another app's, and is left alone. */
const format = 1

/**
 * Cursor, view and undo of a post as bytes. Places are relative, so that they still stand at the same words
 * when the text was edited elsewhere meanwhile.
 */
export function encodeDesk(
  { doc, body, undo }: Pick<DraftSession, 'doc' | 'body' | 'undo'>,
  place: DeskPlace,
) {
  const encoder = encoding.createEncoder()
  const writePlace = (index: number) => {
    const relative = Y.createRelativePositionFromTypeIndex(body, Math.min(index, body.length), -1)
    encoding.writeVarUint8Array(encoder, Y.encodeRelativePosition(relative))
  }
  const writeStack = (steps: readonly UndoStep[]) => {
    encoding.writeVarUint(encoder, steps.length)
    for (const { inserted, deleted } of steps) {
      encoding.writeVarUint8Array(encoder, inserted)
      encoding.writeVarUint8Array(encoder, deleted)
    }
  }
  encoding.writeVarUint(encoder, format)
  writePlace(place.anchor)
  writePlace(place.head)
  encoding.writeUint8(encoder, (place.top === null ? 0 : 1) | (place.hasFocus ? 2 : 0))
  writePlace(place.top ?? 0)
  encoding.writeVarUint(encoder, Math.max(0, Math.round(place.scroll)))
  writeStack(encodeStack(doc, undo.undoStack))
  writeStack(encodeStack(doc, undo.redoStack))
  return encoding.toUint8Array(encoder)
}

/**
 * Puts back what can be undone, and returns where the writer was. Undefined, and nothing changed, for bytes
 * that don't fit the document: they are a convenience, never worth a wrong word.
 */
export function restoreDesk(
  { doc, body, undo }: Pick<DraftSession, 'doc' | 'body' | 'undo'>,
  bytes: Uint8Array,
): DeskPlace | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) !== format) return undefined
    const readPlace = () => {
      const relative = Y.decodeRelativePosition(decoding.readVarUint8Array(decoder))
      const absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
      if (absolute === null || absolute.type !== body) throw new Error('a place that is not in the text')
      return Math.min(absolute.index, body.length)
    }
    const readStack = () => {
      const steps: UndoStep[] = []
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        const inserted = decoding.readVarUint8Array(decoder)
        steps.push({ inserted, deleted: decoding.readVarUint8Array(decoder) })
      }
      return decodeStack(doc, steps)
    }
    const [anchor, head] = [readPlace(), readPlace()]
    const flags = decoding.readUint8(decoder)
    const top = readPlace()
    const scroll = decoding.readVarUint(decoder)
    const [undoStack, redoStack] = [readStack(), readStack()]
    if (undoStack && redoStack) {
      undo.undoStack = undoStack
      undo.redoStack = redoStack
    }
    return { anchor, head, top: flags & 1 ? top : null, scroll, hasFocus: (flags & 2) !== 0 }
  } catch (error) {
    console.warn('Where you were in this post is not known any more.', error)
    return undefined
  }
}
