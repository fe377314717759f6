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

/** @param blocks the top-level blocks of the rendering, with their first lines from 0 */
export function placesIn(source: string, blocks: readonly { readonly line: number }[]): Places {
  const starts = lineStarts(source)
  const startOf = (line: number) => starts[line] ?? source.length
  /** Where the search for a text goes on, so that the second of two alike is not taken for the first. */
  const next = new Map<string, number>()
  const lineAt = (offset: number) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    find(block, needles) {
      const line = blocks[block]?.line ?? 0
      const from = startOf(line)
      const to = startOf(blocks[block + 1]?.line ?? starts.length)
      for (const needle of needles) {
        if (needle === '') continue
        const found = source.indexOf(needle, Math.max(from, next.get(needle) ?? 0))
        if (found === -1 || found >= to) continue
        next.set(needle, found + needle.length)
        return lineAt(found)
      }
      for (const needle of needles) {
        const found = needle === '' ? -1 : source.indexOf(needle)
        if (found !== -1) return lineAt(found)
      }
      return line + 1
    },
    isMarkedAsOrnament: (line) =>
      /<img\b[^>]*\salt\s*=\s*(?:""|'')/i.test(source.slice(startOf(line - 1), startOf(line))),
  }
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
