import { foldInPlace } from './fold-in-place'

/** Stretches of a text that were matched: `[from, to)`, in UTF-16 units. */
export type Marks = [from: number, to: number][]

const points = { letter: 1, inRow: 6, wordStart: 8, textStart: 4 }

/**
 * Matches typed letters against a text as people abbreviate: each in order, better the more of them stand in a row
 * or begin a word. Undefined when a letter is missing.
 * @param typed folded, without spaces
 */
export function fuzzyMatch(typed: string, text: string): { score: number; marks: Marks } | undefined {
  const { folded, at } = foldInPlace(text)
  const found = bestPlaces(typed, folded)
  if (found === undefined) return undefined
  const marks: [number, number][] = []
  for (const place of found.places) {
    const [from, to] = [at(place), at(place + 1)]
    const last = marks.at(-1)
    if (last?.[1] === from) last[1] = to
    else if (from < to) marks.push([from, to])
  }
  return { score: found.score - text.length / 200, marks }
}

/** Tries each place for the first letter and goes on greedily, in a row or at the next word where it can. */
function bestPlaces(typed: string, lower: string): { score: number; places: number[] } | undefined {
  let best: { score: number; places: number[] } | undefined
  for (
    let start = lower.indexOf(typed.charAt(0));
    start !== -1;
    start = lower.indexOf(typed.charAt(0), start + 1)
  ) {
    // A leap to the next word may leave too little for the rest.
    const tried = placesFrom(typed, lower, start, true) ?? placesFrom(typed, lower, start, false)
    if (tried === undefined) break
    if (best === undefined || tried.score > best.score) best = tried
  }
  return best
}

function placesFrom(
  typed: string,
  lower: string,
  start: number,
  leaps: boolean,
): { score: number; places: number[] } | undefined {
  const places = [start]
  let score =
    points.letter + (isWordStart(lower, start) ? points.wordStart : 0) + (start === 0 ? points.textStart : 0)
  for (let n = 1; n < typed.length; n++) {
    const letter = typed.charAt(n)
    const after = (places.at(-1) ?? 0) + 1
    const place =
      lower.charAt(after) === letter
        ? after
        : ((leaps ? nextWordStart(lower, letter, after) : undefined) ?? lower.indexOf(letter, after))
    if (place === -1) return undefined
    score +=
      points.letter + (place === after ? points.inRow : isWordStart(lower, place) ? points.wordStart : 0)
    places.push(place)
  }
  return { score, places }
}

function isWordStart(text: string, index: number): boolean {
  if (index === 0) return true
  const before = text.charCodeAt(index - 1)
  // Without a pattern for nearly all: this is asked of each letter of ten thousand titles.
  if (before < 0x80) return !((before >= 0x61 && before <= 0x7a) || (before >= 0x30 && before <= 0x39))
  return !/[\p{L}\p{N}]/u.test(text.charAt(index - 1))
}

/** The next word that begins with `letter`, as long as the rest can still follow it. */
function nextWordStart(text: string, letter: string, from: number): number | undefined {
  for (let at = text.indexOf(letter, from); at !== -1; at = text.indexOf(letter, at + 1)) {
    if (isWordStart(text, at)) return at
  }
  return undefined
}
