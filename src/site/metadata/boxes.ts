import { viewOf } from './pieces'

/** A box of the ISO base media format, of which AVIF, HEIC and MP4 files are made. */
export interface Box {
  readonly type: string
  readonly at: number
  /** Where its content begins and ends. */
  readonly from: number
  readonly to: number
}

/** The boxes between two places; what doesn't fit there ends the list. */
export function readBoxes(bytes: Uint8Array, from: number, to: number): Box[] {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const short = view.getUint32(at)
    const isLong = short === 1
    if (isLong && at + 16 > to) break
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
    const head = isLong ? 16 : 8
    if (size < head || at + size > to) break
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    boxes.push({ type, at, from: at + head, to: at + size })
    at += size
  }
  return boxes
}

/** The boxes inside the first box of a type. */
export const inside = (bytes: Uint8Array, box: Box | undefined, skip = 0) =>
  box === undefined ? [] : readBoxes(bytes, box.from + skip, box.to)

export const ofType = (boxes: readonly Box[], type: string) => boxes.find((box) => box.type === type)

/** Reads numbers one after the other; past the end they are 0, and `isPast` says so. */
export class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  /** An unsigned number of 0 to 8 bytes. */
  number(size: number): number {
    let value = 0
    for (let n = 0; n < size; n++) value = value * 256 + (this.isPast ? 0 : (this.bytes[this.at + n] ?? 0))
    this.at += size
    return value
  }

  text(size: number): string {
    const text = String.fromCharCode(...this.bytes.subarray(this.at, this.at + size))
    this.at += size
    return text
  }

  get isPast(): boolean {
    return this.at > this.end
  }
}
