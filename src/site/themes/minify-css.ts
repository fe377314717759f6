/**
 * A style sheet without its comments and the spaces that mean nothing; what it says stays the same. Strings and
 * addresses are left as they are. Takes linear time, whatever it is given.
 */
export function minifyCss(css: string): string {
  const parts: string[] = []
  /** The last character written, and whether a space is owed before the next. */
  let last = '{'
  let isSpaced = false
  for (let at = 0; at < css.length; ) {
    const end = endOfPiece(css, at)
    const piece = css.slice(at, end)
    at = end
    if (piece.startsWith('/*')) continue
    if (/^\s/.test(piece)) {
      isSpaced = true
      continue
    }
    // A property may be empty, which takes a space.
    const isEmpty = last === ':' && piece === ';'
    if (isEmpty || (isSpaced && !tight.has(last) && !closing.has(piece))) parts.push(' ')
    if (piece === '}' && last === ';') parts.pop()
    // 0.5rem is .5rem; 10.5 stays.
    if (piece === '.' && last === '0' && !/[\w.]/.test(parts.at(-2) ?? '') && /\d/.test(css[at] ?? ''))
      parts.pop()
    parts.push(piece)
    isSpaced = false
    last = piece.at(-1) ?? ''
  }
  return parts.join('')
}

/** No space is needed after these, nor before those. */
const tight = new Set(['{', '}', ',', ';', ':', '>', '/'])
const closing = new Set(['{', '}', ',', ';', '>', '/'])

/** Where the comment, the string, the address, the space or the character that begins at `at` ends. */
function endOfPiece(css: string, at: number): number {
  const first = css[at]
  if (first === '/' && css[at + 1] === '*') {
    const end = css.indexOf('*/', at + 2)
    return end === -1 ? css.length : end + 2
  }
  if (first === '"' || first === "'") return endOfString(css, at, first)
  if (first === 'u' && css.startsWith('url(', at)) return at + 4 + addressLength(css, at + 4)
  return at + 1
}

function endOfString(css: string, at: number, quote: string): number {
  for (let index = at + 1; index < css.length; index++) {
    const character = css[index]
    if (character === '\\') index++
    else if (character === quote) return index + 1
    else if (character === '\n') return index
  }
  return css.length
}

/** Addresses of a theme are short. */
const longestAddress = 500

function addressLength(css: string, at: number): number {
  return /^[^()"'\s]*\)/.exec(css.slice(at, at + longestAddress))?.[0].length ?? 0
}
