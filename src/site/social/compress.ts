/** The shortest and the longest stretch that deflate can name. */
const [shortest, longest] = [3, 258]
/** Symbol of the end of a block; lengths come after it. */
const endOfBlock = 256
const symbols = 286
/** Deflate's lengths and distances: symbols stand for ranges, and bits after them say where in the range. */
const lengthRanges = rangesOf(shortest, 28, (at) => Math.max(0, (at >> 2) - 1))
const distanceRanges = rangesOf(1, 30, (at) => Math.max(0, (at >> 1) - 1))

/**
 * Compresses the lines of a drawing as zlib's format has it. It looks for two repetitions alone, of the point before
 * and of the line above, which is nearly all that drawings hold: five times as fast as looking everywhere, and the same
 * bytes on every machine, which the runtime's zlib doesn't promise.
 * @param stride bytes of a line, at most 32,768
 */
export function compressLines(bytes: Uint8Array, stride: number): Buffer {
  const { tokens, uses } = tokensOf(bytes, stride)
  const lengths = codeLengths(uses)
  const codes = codesOf(lengths)
  const out = new BitWriter()
  out.write(0x78, 8)
  out.write(0x01, 8)
  writeHeader(out, lengths, distanceSymbol(stride))
  for (const token of tokens) {
    if (token < 256) out.write(codes[token] ?? 0, lengths[token] ?? 0)
    else writeMatch(out, token, codes, lengths, stride)
  }
  out.write(codes[endOfBlock] ?? 0, lengths[endOfBlock] ?? 0)
  out.fill()
  const sum = adler(bytes, stride)
  for (const shift of [24, 16, 8, 0]) out.write((sum >>> shift) & 255, 8)
  return out.written
}

/** Bytes as they are; a stretch as 256 times its length, and one more when it repeats the line above. */
function tokensOf(bytes: Uint8Array, stride: number): { tokens: readonly number[]; uses: Uint32Array } {
  const tokens: number[] = []
  const uses = new Uint32Array(symbols)
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let equalTo = 0
  for (let at = 0; at < bytes.length; ) {
    // Most lines are the line above again, which is found out at once.
    if (at >= stride && at % stride === 0 && isLineAbove(lines, at, stride)) equalTo = at + stride
    const most = Math.min(longest, bytes.length - at)
    const known = Math.min(longest, equalTo - at)
    const run = at === 0 || known >= shortest ? 0 : repeated(bytes, at, 1, most)
    const above =
      known >= shortest ? known : at < stride || run === most ? 0 : repeated(bytes, at, stride, most)
    const length = Math.max(run, above)
    if (length < shortest) {
      const byte = bytes[at] ?? 0
      tokens.push(byte)
      uses[byte] = (uses[byte] ?? 0) + 1
      at++
    } else {
      const symbol = endOfBlock + 1 + symbolOf(lengthRanges, length)
      tokens.push(length * 256 + (above > run ? 1 : 0))
      uses[symbol] = (uses[symbol] ?? 0) + 1
      at += length
    }
  }
  uses[endOfBlock] = 1
  return { tokens, uses }
}

const isLineAbove = (lines: Buffer, at: number, stride: number) =>
  at + stride <= lines.length && lines.compare(lines, at - stride, at, at, at + stride) === 0

function repeated(bytes: Uint8Array, at: number, distance: number, most: number): number {
  let length = 0
  while (length < most && bytes[at + length] === bytes[at + length - distance]) length++
  return length
}

const distanceSymbol = (stride: number) => symbolOf(distanceRanges, stride)

function writeMatch(
  out: BitWriter,
  token: number,
  codes: Uint32Array,
  lengths: Uint8Array,
  stride: number,
): void {
  const length = token >> 8
  const symbol = symbolOf(lengthRanges, length)
  const code = endOfBlock + 1 + symbol
  out.write(codes[code] ?? 0, lengths[code] ?? 0)
  const range = lengthRanges[symbol]
  if (range) out.write(length - range.first, range.bits)
  const isAbove = (token & 1) === 1
  // Two distances, a bit each: the point before, and the line above.
  out.write(isAbove ? 1 : 0, 1)
  const far = distanceRanges[distanceSymbol(stride)]
  if (isAbove && far) out.write(stride - far.first, far.bits)
}

/** One block with codes of its own, whose lengths are all written with four bits. */
function writeHeader(out: BitWriter, lengths: Uint8Array, above: number): void {
  out.write(1, 1)
  out.write(2, 2)
  out.write(symbols - 257, 5)
  out.write(above + 1 - 1, 5)
  out.write(19 - 4, 4)
  // Repetitions of lengths (the first three) are not used; each of the sixteen lengths has a code of four bits.
  for (let at = 0; at < 19; at++) out.write(at < 3 ? 0 : 4, 3)
  for (const length of lengths) out.write(reversed(length, 4), 4)
  for (let at = 0; at <= above; at++) out.write(reversed(at === 0 || at === above ? 1 : 0, 4), 4)
}

/** Huffman's lengths for symbols that are used so often; 0 for those that are not. None is longer than 15. */
function codeLengths(uses: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(uses.length)
  for (let counts = [...uses]; ; counts = counts.map((count) => (count === 0 ? 0 : (count >> 2) + 1))) {
    const groups = counts
      .flatMap((count, symbol) => (count === 0 ? [] : [{ count, members: [symbol] }]))
      .sort((a, b) => b.count - a.count)
    lengths.fill(0)
    if (groups.length === 1) groups.push({ count: 0, members: [groups[0]?.members[0] === 0 ? 1 : 0] })
    for (;;) {
      const [one, two] = [groups.pop(), groups.pop()]
      if (one === undefined || two === undefined) break
      const members = [...one.members, ...two.members]
      for (const symbol of members) lengths[symbol] = (lengths[symbol] ?? 0) + 1
      const count = one.count + two.count
      // The rarest stand last.
      let place = groups.length
      while (place > 0 && (groups[place - 1]?.count ?? 0) < count) place--
      groups.splice(place, 0, { count, members })
      if (groups.length === 1) break
    }
    if (lengths.every((length) => length <= 15)) return lengths
  }
}

/** Codes by their lengths, as deflate numbers them, the first bit lowest. */
function codesOf(lengths: Uint8Array): Uint32Array {
  const codes = new Uint32Array(lengths.length)
  let code = 0
  for (let length = 1; length <= 15; length++) {
    code <<= 1
    lengths.forEach((it, symbol) => {
      if (it === length) codes[symbol] = reversed(code++, length)
    })
  }
  return codes
}

function reversed(code: number, length: number): number {
  let bits = 0
  for (let at = 0; at < length; at++) bits |= ((code >> at) & 1) << (length - 1 - at)
  return bits
}

interface Range {
  readonly first: number
  readonly bits: number
}

function rangesOf(from: number, count: number, bitsOf: (at: number) => number): readonly Range[] {
  const ranges: Range[] = []
  let first = from
  for (let at = 0; at < count; at++) {
    const bits = bitsOf(at)
    ranges.push({ first, bits })
    first += 1 << bits
  }
  // The longest stretch has a symbol of its own.
  return from === shortest ? [...ranges, { first: longest, bits: 0 }] : ranges
}

function symbolOf(ranges: readonly Range[], value: number): number {
  let symbol = ranges.length - 1
  while ((ranges[symbol]?.first ?? 0) > value) symbol--
  return symbol
}

/** Adler-32, line by line: what a line adds that is the one above again is known. */
function adler(bytes: Uint8Array, stride: number): number {
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [a, b] = [1, 0]
  let [sum, weighted] = [0, 0]
  for (let at = 0; at < bytes.length; at += stride) {
    const end = Math.min(bytes.length, at + stride)
    if (at === 0 || !isLineAbove(lines, at, stride)) {
      sum = 0
      weighted = 0
      for (let byte = at; byte < end; byte++) {
        sum += bytes[byte] ?? 0
        weighted += sum
      }
    }
    b = (b + (end - at) * a + weighted) % 65_521
    a = (a + sum) % 65_521
  }
  return b * 65_536 + a
}

/** Writes bits, the lowest of each byte first. */
class BitWriter {
  #bytes = Buffer.alloc(65_536)
  #count = 0
  #held = 0
  #bits = 0

  /** At most 16 bits. */
  write(value: number, bits: number): void {
    this.#held |= value << this.#bits
    this.#bits += bits
    if (this.#count + 4 > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, this.#bytes])
    while (this.#bits >= 8) {
      this.#bytes[this.#count++] = this.#held & 255
      this.#held >>>= 8
      this.#bits -= 8
    }
  }

  /** Goes on with a new byte. */
  fill(): void {
    if (this.#bits > 0) this.write(0, 8 - this.#bits)
  }

  get written(): Buffer {
    return this.#bytes.subarray(0, this.#count)
  }
}
