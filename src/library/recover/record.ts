/** SQLite's record format (https://www.sqlite.org/fileformat.html#record_format). */

export type Value = null | number | string | Buffer

/** A varint and where it ends; undefined when the bytes end before it does. */
export function readVarint(bytes: Buffer, at: number): { value: number; end: number } | undefined {
  let value = 0
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index]
    if (byte === undefined) return undefined
    // More than 2^53 is no length and no number of a row of ours.
    if (index === 8) return { value: value * 256 + byte, end: at + 9 }
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: at + index + 1 }
  }
  return undefined
}

/** The serial types in the header of a record, and where its values begin; undefined for no header. */
export function readRecordHeader(payload: Buffer): { types: number[]; end: number } | undefined {
  const size = readVarint(payload, 0)
  // No table of ours has 40 columns.
  if (size === undefined || size.value < size.end || size.value > 200) return undefined
  const types: number[] = []
  let at = size.end
  while (at < size.value) {
    const type = readVarint(payload, at)
    if (type === undefined || type.end > size.value || type.value === 10 || type.value === 11)
      return undefined
    types.push(type.value)
    at = type.end
  }
  return { types, end: size.value }
}

const numberBytes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

/** How many bytes a value of a serial type takes. */
export function sizeOf(type: number): number {
  return type < 10 ? (numberBytes[type] ?? 0) : Math.floor((type - 12) / 2)
}

/** The values of a whole record; undefined when it is none, or has fewer bytes than its header says. */
export function readRecord(payload: Buffer): Value[] | undefined {
  const header = readRecordHeader(payload)
  if (header === undefined) return undefined
  const values: Value[] = []
  let at = header.end
  for (const type of header.types) {
    const size = sizeOf(type)
    if (at + size > payload.length) return undefined
    values.push(readValue(payload.subarray(at, at + size), type))
    at += size
  }
  return at === payload.length ? values : undefined
}

function readValue(bytes: Buffer, type: number): Value {
  if (type === 0) return null
  if (type === 7) return bytes.readDoubleBE(0)
  if (type >= 12) return type % 2 === 0 ? Buffer.from(bytes) : bytes.toString('utf8')
  if (type === 8 || type === 9) return type - 8
  if (bytes.length <= 6) return bytes.readIntBE(0, bytes.length)
  return Number(bytes.readBigInt64BE(0))
}
