import { fold } from './words'

/** A folded text whose places are known in the text that it was. */
export interface FoldedText {
  readonly folded: string
  /** The place in the text of a place in `folded`; of one inside a letter that became several, that of the letter. */
  at(index: number): number
}

/** Folds a text as the index does, but its spaces and signs stay. Most letters keep their place. */
export function foldInPlace(text: string): FoldedText {
  if (!/[\u0080-\uffff]/.test(text)) return { folded: text.toLowerCase(), at: (index) => index }
  const pieces: string[] = []
  /** Where pieces begin whose places moved against the text: [in folded, in text]. */
  const moves: [folded: number, text: number][] = []
  let length = 0
  let position = 0
  const push = (piece: string, taken: number, isAligned: boolean) => {
    pieces.push(piece)
    if (!isAligned) moves.push([length, position], [length + piece.length, position + taken])
    length += piece.length
    position += taken
  }
  for (const { 0: run, index } of text.matchAll(/[\u0080-\uffff]+/g)) {
    push(text.slice(position, index).toLowerCase(), index - position, true)
    const whole = fold(run)
    if (whole.length === run.length && !/\p{M}/u.test(run)) push(whole, run.length, true)
    else for (const letter of run) push(fold(letter), letter.length, false)
  }
  push(text.slice(position).toLowerCase(), text.length - position, true)
  if (moves.length === 0) return { folded: pieces.join(''), at: (index) => index }
  return { folded: pieces.join(''), at: (index) => placeOf(moves, index) }
}

/** Of a letter that is gone the place after it is taken, so that what follows is not marked with it. */
function placeOf(moves: readonly (readonly [number, number])[], index: number): number {
  let low = 0
  let high = moves.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moves[middle]?.[0] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  const [folded, place] = moves[low - 1] ?? [0, 0]
  const next = moves[low]?.[1] ?? Number.POSITIVE_INFINITY
  return Math.min(place + index - folded, next)
}
