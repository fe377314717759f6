import * as Y from 'yjs'

type Stack = Y.UndoManager['undoStack']
type StackItem = Stack[number]
type Ranges = StackItem['insertions']

/** What one step of undo or redo undoes, as Yjs snapshots that name what was inserted and deleted. */
export interface UndoStep {
  readonly inserted: Uint8Array
  readonly deleted: Uint8Array
}

/** More steps than one would ever go back; the oldest are left out. */
const mostSteps = 200

/** The steps of a stack, to be kept over a restart. */
export function encodeStack(doc: Y.Doc, stack: Stack): UndoStep[] {
  return stack.slice(-mostSteps).map(({ insertions, deletions }) => ({
    inserted: encodeRanges(currentRanges(doc, insertions)),
    deleted: encodeRanges(withoutRedone(doc, deletions)),
  }))
}

/**
 * A stack as it was. Undefined when it speaks of edits that the document doesn't have: it then belongs to
 * another state of it, and undoing by it would take away the wrong words.
 */
export function decodeStack(doc: Y.Doc, steps: readonly UndoStep[]): Stack | undefined {
  const stack: Stack = []
  for (const { inserted, deleted } of steps) {
    const [insertions, deletions] = [Y.decodeSnapshot(inserted).ds, Y.decodeSnapshot(deleted).ds]
    if (!knows(doc, insertions) || !knows(doc, deletions)) return undefined
    stack.push({ insertions, deletions, meta: new Map() })
  }
  return stack
}

/** Tells a step what the pieces that it speaks of have become, so that Yjs needs to follow none of them. */
export function settleStep(doc: Y.Doc, step: StackItem): void {
  step.insertions = currentRanges(doc, step.insertions)
  step.deletions = withoutRedone(doc, step.deletions)
}

const encodeRanges = (ranges: Ranges): Uint8Array => Y.encodeSnapshot(Y.createSnapshot(ranges, new Map()))

function knows(doc: Y.Doc, ranges: Ranges): boolean {
  return [...ranges.clients].every(([client, items]) => {
    const known = Y.getState(doc.store, client)
    return items.every(({ clock, len }) => clock + len <= known)
  })
}

/**
 * The ranges with every piece that was undone and redone replaced by what it came back as. Yjs remembers that
 * by pointers in memory, which a document that is read again doesn't have.
 */
function currentRanges(doc: Y.Doc, ranges: Ranges): Ranges {
  return mapPieces(doc, ranges, (item, from, length) => {
    const pieces: Piece[] = []
    follow(doc, item.id.client, from, length, pieces)
    return pieces
  })
}

/** What is there again already is not brought back a second time. */
function withoutRedone(doc: Y.Doc, ranges: Ranges): Ranges {
  return mapPieces(doc, ranges, (item, clock, len) =>
    item.redone === null ? [{ client: item.id.client, clock, len }] : [],
  )
}

interface Piece {
  readonly client: number
  readonly clock: number
  readonly len: number
}

function follow(doc: Y.Doc, client: number, from: number, length: number, pieces: Piece[]): void {
  for (const { item, clock, len } of itemsIn(doc, client, from, length)) {
    if (item instanceof Y.Item && item.redone !== null) {
      const { redone } = item
      follow(doc, redone.client, redone.clock + (clock - item.id.clock), len, pieces)
    } else pieces.push({ client, clock, len })
  }
}

/** The structs that cover a stretch of a client's clock, each with the part of it that is in the stretch. */
function itemsIn(doc: Y.Doc, client: number, from: number, length: number) {
  const structs = doc.store.clients.get(client) ?? []
  const found: { item: (typeof structs)[number]; clock: number; len: number }[] = []
  const end = from + length
  if (structs.length === 0 || from >= Y.getState(doc.store, client)) return found
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const item = structs[index]
    if (item === undefined || item.id.clock >= end) break
    const clock = Math.max(from, item.id.clock)
    found.push({ item, clock, len: Math.min(end, item.id.clock + item.length) - clock })
  }
  return found
}

function mapPieces(
  doc: Y.Doc,
  ranges: Ranges,
  map: (item: Y.Item, clock: number, len: number) => readonly Piece[],
): Ranges {
  const mapped = Y.createDeleteSet()
  for (const [client, items] of ranges.clients) {
    for (const { clock, len } of items) {
      for (const { item, clock: at, len: part } of itemsIn(doc, client, clock, len)) {
        const pieces = item instanceof Y.Item ? map(item, at, part) : [{ client, clock: at, len: part }]
        for (const piece of pieces) addPiece(mapped, piece)
      }
    }
  }
  return Y.mergeDeleteSets([mapped])
}

function addPiece(ranges: Ranges, { client, clock, len }: Piece): void {
  const items = ranges.clients.get(client) ?? []
  ranges.clients.set(client, items)
  // Yjs's own class of a range isn't public; a range is what has these two numbers.
  items.push({ clock, len })
}
