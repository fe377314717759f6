/** Finds where in a source something stands that its rendered HTML shows. */
export interface Places {
  /**
   * The line, from 1, of the next place in the block where one of the needles stands; else of any place in the
   * source (the aim of a link may stand at its end), else of the block's beginning.
   */
  find(block: number, needles: readonly string[]): number
  /** Whether an image on this line is written as HTML with an empty alternative text, which says that it only adorns. */
  isMarkedAsOrnament(line: number): boolean
}

/**
 * Characters that are looked through for the places of one text, some 20 ms. Only a text that is made to be slow
 * needs more; then a block's beginning has to do.
 */
const mostLookedThrough = 50_000_000

/** @param blocks the top-level blocks of the rendering, with their first lines from 0 */
export function placesIn(source: string, blocks: readonly { readonly line: number }[]): Places {
  const starts = lineStarts(source)
  const startOf = (line: number) => starts[line] ?? source.length
  const search = new Search()
  /** Where the search for a text goes on, so that the second of two alike is not taken for the first. */
  const next = new Map<string, number>()
  return {
    find(block, needles) {
      const line = blocks[block]?.line ?? 0
      const from = startOf(line)
      const to = startOf(blocks[block + 1]?.line ?? starts.length)
      for (const needle of needles) {
        const found = search.find(source, needle, Math.max(from, next.get(needle) ?? 0), to)
        if (found === -1) continue
        next.set(needle, found + needle.length)
        return lineAt(starts, found)
      }
      for (const needle of needles) {
        const found = search.find(source, needle, 0, source.length)
        if (found !== -1) return lineAt(starts, found)
      }
      return Math.min(line + 1, starts.length)
    },
    isMarkedAsOrnament: (line) =>
      /<img\b[^>]*\salt\s*=\s*(?:""|'')/i.test(source.slice(startOf(line - 1), startOf(line))),
  }
}

/** Looks for texts until it has looked through as much as is allowed. */
class Search {
  #left = mostLookedThrough

  /** Where the needle begins in a stretch of the source; -1 when it doesn't, or nothing is left to look with. */
  find(source: string, needle: string, from: number, to: number): number {
    if (needle === '' || from >= to || this.#left < 0) return -1
    const found = source.slice(from, to).indexOf(needle)
    this.#left -= found === -1 ? to - from : found
    return found === -1 ? -1 : from + found
  }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The line, from 1, that a place in the source is in. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
