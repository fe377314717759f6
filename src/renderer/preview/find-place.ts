/** What is around a place of the rendered page, as the reader sees it: text without marks. */
export interface Around {
  /** The block's text up to the place, and from there on. */
  readonly before: string
  readonly after: string
}

/**
 * Where in the source of a block that place is, as an offset. Looks for the word there, by how often it stood
 * before; where the source has it more often the one nearest in proportion is meant, and
 * where it isn't at all, such as in a formula, the proportion alone says where.
 */
export function findPlace(source: string, { before, after }: Around): number {
  const start = /\S*$/.exec(before)?.[0] ?? ''
  const end = /^\S*/.exec(after)?.[0] ?? ''
  const text = before + after
  const share = text.length === 0 ? 0 : before.length / text.length
  const visible = withoutAddresses(source)
  const guess = Math.round(share * source.length)
  for (const [left, right] of narrower(start, end)) {
    const word = left + right
    const places = placesOf(word, visible)
    if (places.length === 0) continue
    const rendered = placesOf(word, text)
    const nth = rendered.indexOf(before.length - left.length)
    const isCertain = nth !== -1 && rendered.length === places.length
    const place = isCertain ? places[nth] : nearest(places, guess)
    return (place ?? 0) + left.length
  }
  return guess
}

/** The source as long as it was, with the addresses of links blank: nobody clicks at them. */
const withoutAddresses = (source: string) =>
  source.replace(/\]\([^()\n]*\)/g, (address) => `](${' '.repeat(address.length - 3)})`)

/** The whole word, then what a mark may have cut it to: the letters at the place. */
function narrower(start: string, end: string): (readonly [string, string])[] {
  const left = /[\p{L}\p{N}]*$/u.exec(start)?.[0] ?? ''
  const right = /^[\p{L}\p{N}]*/u.exec(end)?.[0] ?? ''
  const tries: (readonly [string, string])[] = [
    [start, end],
    [left, right],
    [left, ''],
    ['', right],
  ]
  return tries.filter(([one, other]) => one !== '' || other !== '')
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

function nearest(places: readonly number[], guess: number): number | undefined {
  return [...places].sort((a, b) => Math.abs(a - guess) - Math.abs(b - guess))[0]
}
