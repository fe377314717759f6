import * as encoding from 'lib0/encoding'
import { toUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/**
 * Cuts an update into some of about `pieceBytes` each, which say the same when they are applied in order. One
 * that is small enough, or that says nothing but what was deleted, is the only piece. A long insertion is cut
 * inside: a pasted book is one struct.
 */
export function splitUpdate(update: Uint8Array, pieceBytes: number): Uint8Array[] {
  if (update.length <= pieceBytes) return [update]
  // A character takes at most three bytes; a pair of surrogates, which is never cut, four.
  const mostCharacters = Math.max(2, Math.floor(pieceBytes / 3))
  const pieces: Uint8Array[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    // A gap stands for what the other side has already.
    if (struct instanceof Y.Skip) continue
    for (const part of cutStruct(struct, mostCharacters)) pieces.push(encodeStruct(part))
  }
  // What it deletes comes last: it may delete what it inserts.
  pieces.push(Y.diffUpdate(update, Y.encodeStateVector(Y.parseUpdateMeta(update).to)))
  return joinSmall(pieces, pieceBytes)
}

/** An inserted text as several insertions, each behind the one before, exactly as Yjs itself would cut it. */
function cutStruct(struct: Struct, mostCharacters: number): Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct]
  const text = struct.content.str
  const parts: Y.Item[] = []
  for (let from = 0; from < text.length; ) {
    const to = endOfPart(text, from + mostCharacters)
    const { client, clock } = struct.id
    const origin = from === 0 ? struct.origin : Y.createID(client, clock + from - 1)
    const id = Y.createID(client, clock + from)
    const content = new Y.ContentString(text.slice(from, to))
    parts.push(
      new Y.Item(id, null, origin, null, struct.rightOrigin, struct.parent, struct.parentSub, content),
    )
    from = to
  }
  return parts
}

/** Where a part may end: not between the two halves of a character. */
function endOfPart(text: string, end: number): number {
  if (end >= text.length) return text.length
  const before = text.charCodeAt(end - 1)
  return before >= 0xd800 && before <= 0xdbff ? end - 1 : end
}

/** One struct as an update (v1): one client with one struct, and nothing deleted. */
function encodeStruct(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoder.writeClient(struct.id.client)
  encoding.writeVarUint(encoder.restEncoder, struct.id.clock)
  struct.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return toUint8Array(encoder.restEncoder)
}

/** Neighbours that fit together go together. */
function joinSmall(pieces: readonly Uint8Array[], pieceBytes: number): Uint8Array[] {
  const joined: Uint8Array[] = []
  let group: Uint8Array[] = []
  let bytes = 0
  const flush = () => {
    if (group.length > 0) joined.push(Y.mergeUpdates(group))
    group = []
    bytes = 0
  }
  for (const piece of pieces) {
    if (bytes + piece.length > pieceBytes) flush()
    group.push(piece)
    bytes += piece.length
  }
  flush()
  return joined
}
