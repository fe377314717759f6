import * as Y from 'yjs'

/** More rounds than a document can need: each round fills at least one gap of one writer. */
const maxRounds = 1000

/**
 * What was typed after a lost update refers to it, and Yjs would hold it back for ever. This puts an empty,
 * deleted piece in the place of what was lost, so that everything after it is there again, where it stood.
 * Returns the update that does so, applied to the document already; undefined when nothing is held back.
 */
export function fillGaps(doc: Y.Doc): Uint8Array | undefined {
  const fillers: Uint8Array[] = []
  for (let round = 0; round < maxRounds; round++) {
    const gaps = heldBack(doc)
    if (gaps.length === 0) break
    for (const { client, from, to } of gaps) {
      const filler = encodeFiller(client, from, to - from, originFor(doc, client, from))
      Y.applyUpdate(doc, filler)
      fillers.push(filler)
    }
  }
  return fillers.length === 0 ? undefined : Y.mergeUpdates(fillers)
}

interface ClockRange {
  readonly client: number
  /** The first clock that is missing. */
  readonly from: number
  /** The first that is not. */
  readonly to: number
}

function heldBack(doc: Y.Doc): ClockRange[] {
  const { pendingStructs, pendingDs } = doc.store
  const ends = new Map<number, number>()
  if (pendingStructs !== null) {
    const known = Y.decodeUpdateV2(pendingStructs.update).structs.filter((it) => !(it instanceof Y.Skip))
    for (const [client, clock] of pendingStructs.missing) {
      const state = Y.getState(doc.store, client)
      const next = known
        .filter((it) => it.id.client === client && it.id.clock >= state)
        .map((it) => it.id.clock)
      ends.set(client, next.length > 0 ? Math.min(...next) : clock + 1)
    }
  } else if (pendingDs !== null) {
    for (const [client, ranges] of Y.decodeUpdateV2(pendingDs).ds.clients) {
      ends.set(client, Math.max(...ranges.map(({ clock, len }) => clock + len)))
    }
  }
  return [...ends]
    .map(([client, to]) => ({ client, from: Y.getState(doc.store, client), to }))
    .filter(({ from, to }) => to > from)
}

/** The piece after which a lost one stood, most likely: what the same writer typed just before, or the end. */
function originFor(doc: Y.Doc, client: number, clock: number): Y.ID | undefined {
  const body = doc.getText('body')
  if (clock > 0) {
    const before = Y.getItem(doc.store, Y.createID(client, clock - 1))
    if (before instanceof Y.Item && before.parent === body) return Y.createID(client, clock - 1)
  }
  let last = body._start
  while (last?.right) last = last.right
  return last?.lastId
}

/** One deleted piece of text as a Yjs update, first format. */
function encodeFiller(client: number, clock: number, length: number, origin: Y.ID | undefined): Uint8Array {
  const bytes: number[] = []
  const number = (value: number) => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
    bytes.push(rest)
  }
  number(1) // one writer,
  number(1) // one piece of theirs
  number(client)
  number(clock)
  const deletedContent = 1
  const hasOrigin = 128
  if (origin !== undefined) {
    bytes.push(deletedContent | hasOrigin)
    number(origin.client)
    number(origin.clock)
  } else {
    bytes.push(deletedContent)
    number(1) // its parent is named
    const name = new TextEncoder().encode('body')
    number(name.length)
    bytes.push(...name)
  }
  number(length)
  number(0) // nothing else is deleted
  return Uint8Array.from(bytes)
}
