import type { StandardRPCCustomJsonSerializer } from '@orpc/client/standard'
import { fromBase64, toBase64 } from 'lib0/buffer'

/** Yjs updates are bytes, which oRPC's JSON does not carry: both ends of every transport take this. */
export const bytesSerializer: StandardRPCCustomJsonSerializer = {
  type: 20,
  condition: (data) => data instanceof Uint8Array,
  serialize: (data: Uint8Array) => toBase64(data),
  deserialize: (text: unknown) => {
    if (typeof text !== 'string') throw new TypeError('bytes arrive as base64 text')
    return fromBase64(text)
  },
}
