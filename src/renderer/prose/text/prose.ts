/** A stretch of text as a reader sees it, and where each part of it stands in the source. */
export interface ProseBlock {
  /** Without marks, targets and comments; code in the line stays. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The stretches of `text` that are code. */
  readonly code: readonly (readonly [from: number, to: number])[]
}

/** `length` characters from `at` in the text stand from `from` in the source. */
interface Piece {
  readonly at: number
  readonly from: number
  readonly length: number
}

export interface ProseHeading {
  /** 1 to 6 */
  readonly level: number
  readonly text: string
  /** Where its line begins, and where its text ends. */
  readonly from: number
  readonly to: number
}

/** What a writer noted for themselves, with its marks. */
export interface PrivateComment {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Where a stretch of a block's text stands in the source. */
export function placeInSource({ pieces }: ProseBlock, from: number, to: number): readonly [number, number] {
  const first = pieceAt(pieces, from)
  const last = pieceAt(pieces, Math.max(from, to - 1))
  return [
    first === undefined ? 0 : first.from + (from - first.at),
    last === undefined ? 0 : last.from + (to - last.at),
  ]
}

/** The part of a block's text that stands between two places of the source. */
export function textBetween({ text, pieces }: ProseBlock, from: number, to: number): string {
  return pieces
    .map((piece) => {
      const start = Math.max(piece.from, from) - piece.from
      const end = Math.min(piece.from + piece.length, to) - piece.from
      return end > start ? text.slice(piece.at + start, piece.at + end) : ''
    })
    .join('')
}

/** The last piece that begins at or before `at`. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return pieces[low]
}

/** A stretch of the source that a reader doesn't see, or sees as something else. */
export interface Cut {
  readonly from: number
  readonly to: number
  readonly kind: 'drop' | 'code'
}

/** The source between two places without what is cut out; of cuts that overlap the first counts. */
export function cutBlock(source: string, from: number, to: number, cuts: readonly Cut[]): ProseBlock {
  let text = ''
  const pieces: Piece[] = []
  const code: [number, number][] = []
  let done = from
  const keep = (end: number) => {
    if (end <= done) return
    pieces.push({ at: text.length, from: done, length: end - done })
    text += source.slice(done, end)
  }
  for (const cut of [...cuts].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (cut.from < done || cut.to > to) continue
    keep(cut.from)
    done = cut.from
    if (cut.kind === 'code') {
      const start = text.length
      keep(cut.to)
      code.push([start, text.length])
    }
    done = cut.to
  }
  keep(to)
  return { text, pieces, code }
}
